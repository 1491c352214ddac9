"""What a provider's price comes to: the voucher's part and the client's, on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ..model import Cents
from ..records.schema.provider import Price, Vat
from ..records.schema.voucher import Voucher
from .cents import half_up, percent_of
from .outcome import Confidence, Outcome, Why
from .pricing import value_of
from .selection import in_force
from .share import share_of


def voucher_pays(
    voucher: Voucher, variant: str | None, price: Price | None, day: date
) -> tuple[Outcome | None, Outcome]:
    """The voucher's value and the client's share for a price, on a day."""
    rule = in_force(voucher.values, variant, day)
    same_unit = price is None or rule is None or rule.unit in (None, price.unit)
    cents = charged(price) if price and same_unit else None
    value = value_of(rule, cents) if rule else None
    unknown = Outcome(confidence=Confidence.UNKNOWN)
    share = share_of(in_force(voucher.client_shares, variant, day), cents, value or unknown, variant, day)
    if share.why is Why.NEEDS_PRICE and not same_unit:
        share = replace(share, why=Why.OTHER_UNIT)
    return value, share


def charged(price: Price) -> Cents | None:
    """What one unit costs with value added tax; nothing where the tax comes on top at a rate nobody tells."""
    if price.vat is not Vat.EXCLUDED:
        return price.price
    return None if price.vat_rate is None else price.price + half_up(percent_of(price.price, price.vat_rate))
