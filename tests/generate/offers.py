"""The lists a provider may stand on, read from the project's own vouchers and registers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from provider_directory.model import Cents, Unit
from provider_directory.records.collections import Records
from provider_directory.records.schema.base import Localised
from provider_directory.records.schema.register import SelfPayRegister
from provider_directory.records.schema.value_rules import Fixed, PriceCapped, ValueRule
from provider_directory.records.schema.voucher import Voucher

from .levels import level


@dataclass(frozen=True, slots=True, kw_only=True)
class Ware:
    """What one price is for, and between which amounts it may lie."""

    service: str
    variant: str | None
    """A variant of the voucher."""
    unit: Unit
    low: Cents
    high: Cents
    vat_percent: int
    at_home: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One voucher or register."""

    field: str
    """The field of a listing that names it: voucher or register."""
    key: str
    group: str
    """The group of its first service."""
    area: tuple[str, ...]
    """The municipalities whose residents it is for; none for a register, which anybody may use."""
    wares: tuple[Ware, ...]
    body: Localised | None
    """Who approves."""
    opens: date | None
    closes: date | None


def offers(records: Records) -> list[Offer]:
    """Every voucher in use and every register, in the order of their keys."""
    return [*vouchers(records), *registers(records)]


def vouchers(records: Records) -> Iterator[Offer]:
    """The vouchers that are in use."""
    for key, entry in sorted(records.vouchers.items()):
        voucher = entry.record
        organiser = records.organisers[key.partition("/")[0]].record
        if voucher.planned or not voucher.services or not voucher.accepts_providers:
            continue
        yield Offer(
            field="voucher",
            key=key,
            group=group(records, voucher.services[0]),
            area=tuple(organiser.municipalities),
            wares=tuple(voucher_wares(voucher)),
            body=organiser.decision_body,
            opens=voucher.opens,
            closes=voucher.closes,
        )


def voucher_wares(voucher: Voucher) -> Iterator[Ware]:
    """One ware for each variant, or for each service where there are none."""
    if not voucher.variants:
        for service in voucher.services:
            yield ware(service, None, voucher.values[0] if voucher.values else None)
    for key, variant in voucher.variants.items():
        rule = next((rule for rule in voucher.values if not rule.variants or key in rule.variants), None)
        yield ware(variant.service or voucher.services[0], key, rule)


def ware(service: str, variant: str | None, rule: ValueRule | None) -> Ware:
    """What may be asked: about the value where it is an amount, never over the most the voucher pays."""
    usual = level(service, rule.unit if rule else None)
    low, high = usual.low, usual.high
    if isinstance(rule, Fixed):
        # A tenth more than the value stays within every share that is laid down in the content.
        low, high = rule.amount, rule.amount * 11 // 10
    most = getattr(rule, "maximum", None) if not isinstance(rule, PriceCapped) else None
    if most is not None:
        low, high = min(low, most * 9 // 10), min(high, most)
    return Ware(
        service=service,
        variant=variant,
        unit=usual.unit,
        low=low,
        high=high,
        vat_percent=usual.vat_percent,
        at_home=usual.at_home,
    )


def registers(records: Records) -> Iterator[Offer]:
    """The self-pay registers."""
    for key, entry in sorted(records.registers.items()):
        if entry.record.services:
            yield Offer(
                field="register",
                key=key,
                group=group(records, entry.record.services[0]),
                area=(),
                wares=tuple(ware(service, None, None) for service in entry.record.services),
                body=None,
                opens=first_day(entry.record),
                closes=entry.record.sunset,
            )


def first_day(register: SelfPayRegister) -> date | None:
    """The day from which a listing may be shown."""
    begins = register.published or register.notices_from
    return begins.first_day if begins else None


def group(records: Records, service: str) -> str:
    """The group a service belongs to."""
    entry = records.services.get(service)
    return entry.record.group if entry else ""
