"""People who tell their situation on a page, and what the catalogue says they pay there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from playwright.sync_api import Locator, Page, expect

from provider_directory.catalogue.catalogue import Catalogue
from provider_directory.catalogue.offers import Offer, charged
from provider_directory.catalogue.payment import voucher_part
from provider_directory.catalogue.pricing import Outcome, Situation, in_force, share_of, value_of
from provider_directory.records.checked import checked_records, context_of
from provider_directory.settings import read_settings, settings_file
from provider_directory.views.changes import Terms, first_day, terms
from provider_directory.views.edition import Edition
from provider_directory.views.wording import Wording, load_translations
from tests.conftest import ROOT


@dataclass(frozen=True, kw_only=True)
class Told:
    """What somebody types into the fields, by the names of the questions; cents where it is an income."""

    gross: int | None = None
    adults: int = 1
    hours: str | None = None
    times: str | None = None

    def typed(self) -> dict[str, str]:
        """The fields to fill in."""
        found = {"gross": None if self.gross is None else f"{self.gross // 100},{self.gross % 100:02}"}
        found |= {"adults": str(self.adults), "hours": self.hours, "times": self.times}
        return {name: value for name, value in found.items() if value is not None}

    def situation(self, offer: Offer) -> Situation:
        """As the catalogue knows them, when it comes to one offer."""
        uses = {"hour": self.hours, "day": self.times, "visit": self.times}
        used = uses.get(offer.unit.value) if offer.unit else None
        units = Decimal(used.replace(",", ".")) if used else None
        return Situation(gross=self.gross, adults=self.adults, units=units)


@cache
def edition() -> Edition:
    """The example site in Finnish."""
    settings = read_settings(settings_file(ROOT))
    records, _ = checked_records(settings.root, context_of(settings))
    return Edition(
        catalogue=Catalogue(records=records, as_of=settings.as_of, closing_days=settings.closing_days),
        settings=settings,
        wording=Wording("fi", load_translations(ROOT / "theme" / "locale", "fi")),
        assets="/theme",
    )


def value_and_share(offer: Offer, told: Told) -> tuple[Outcome, Outcome]:
    """What the voucher pays and what is left, on the day the offer's terms hold."""
    found = terms(edition(), offer)
    return on_day(offer, told, found, found.starts or first_day(edition(), offer))


def on_day(offer: Offer, told: Told, found: Terms, day: date) -> tuple[Outcome, Outcome]:
    """The same under the terms of some day."""
    assert offer.listing.voucher
    voucher = offer.listing.voucher.record
    rule = in_force(voucher.values, offer.variant, day)
    assert rule and found.price
    price, situation = charged(found.price), told.situation(offer)
    value = value_of(rule, price, situation)
    shares = in_force(voucher.client_shares, offer.variant, day)
    share = share_of(shares, price, value, offer.variant, day, situation)
    return voucher_part(value, share, price, situation), share


def tell(page: Page, told: Told, *, remember: bool = False) -> None:
    """Open the panel, fill in what is asked, and wait until the page says that it has counted."""
    panel = page.locator("[data-module=your-situation]")
    if not panel.locator("form").is_visible():
        panel.locator("summary").click()
    for name, value in told.typed().items():
        if (field := panel.locator(f"[data-field={name}]")).count():
            field.fill(value)
    if remember:
        panel.get_by_role("checkbox").check()
    panel.get_by_role("button", name="Näytä, mitä maksan").click()
    expect(panel.get_by_role("status")).not_to_be_empty()


def plain(text: str) -> str:
    """Text with ordinary spaces, each once."""
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())


def shown(place: Locator) -> str:
    """What a cell shows now, without what only screen readers are told."""
    return plain(
        place.locator("[data-of]:visible [data-part=text], [data-of=all]:visible [class$=__text]").inner_text()
    )


def money(cents: int) -> str:
    """'1 234,00 €'."""
    return plain(edition().wording.money(cents))
