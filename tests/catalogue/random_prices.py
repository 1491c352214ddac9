"""Random rules, prices and people: what an editor could write, and what a person could type."""

from __future__ import annotations

from random import Random
from typing import Any

from provider_directory.records.schema.provider import Cost

from .price_cases import SHARES, VALUES, PriceCase

UNITS = ("hour", "day", "24h", "visit", "month")


def random_cases(count: int, seed: int) -> list[PriceCase]:
    """So many cases; the same for the same seed."""
    rng = Random(seed)
    return [random_case(rng, number) for number in range(count)]


def random_case(rng: Random, number: int) -> PriceCase:
    """One value rule, one share rule, one person."""
    unit = rng.choice(UNITS)
    given: dict[str, Any] = {"price": euros(rng, 15_000)} if rng.random() < 0.9 else {}
    if rng.random() < 0.95:
        given |= person(rng)
    return PriceCase(
        name=str(number),
        values=[VALUES.validate_python(value(rng, unit))],
        shares=[SHARES.validate_python(share(rng, unit))],
        costs=[Cost.model_validate(cost(rng)) for _ in range(rng.randrange(3))],
        credit=None,
        given=given | ({"entries": [euros(rng, 80_000), euros(rng, 80_000)]} if rng.random() < 0.3 else {}),
        expected={},
    )


def euros(rng: Random, most: int, least: int = 0) -> str:
    """An amount of up to so many cents."""
    cents = rng.randrange(least, most + 1)
    return f"{cents // 100}.{cents % 100:02}"


def percent(rng: Random) -> str:
    """A percentage with up to two decimals."""
    return f"{rng.randrange(0, 10_001) / 100:.2f} %"


def coefficient(rng: Random) -> str:
    """A multiplier with up to three decimals."""
    return f"{rng.randrange(1, 3_001) / 1000:.3f}"


def person(rng: Random) -> dict[str, Any]:
    """Somebody whose income may be nothing, usual or enormous, told gross, net or both."""
    most = rng.choice((50_000, 400_000, 1_000_000, 10**9))
    known = rng.choice((("gross",), ("net",), ("gross", "net")))
    told: dict[str, Any] = {kind: euros(rng, most) for kind in known}
    told |= {"adults": rng.randrange(1, 4), "children": rng.choice((0, 0, 1, 2, 5)), "child": rng.randrange(1, 5)}
    if rng.random() < 0.8:
        told["units"] = rng.choice(("0", "1", "4", "10", "12.5", "30", "31.25", "0.333333"))
    if rng.random() < 0.2:
        told["hours"] = str(rng.randrange(0, 50))
    if rng.random() < 0.2:
        told["deductions"] = euros(rng, 50_000)
    return told


def optional(rng: Random, **fields: str | list[str]) -> dict[str, Any]:
    """Each field, or not."""
    return {name: value for name, value in fields.items() if rng.random() < 0.4}


def by_income(rng: Random) -> dict[str, Any]:
    """Which income, and which persons."""
    beyond = {"beyond": {"limit": euros(rng, 50_000), "percent": percent(rng)}} if rng.random() < 0.5 else {}
    counts = rng.choice(("persons", "persons", "client", "adults", "children", "adults_and_children"))
    return {
        "income": rng.choice(("gross", "net")),
        "counts": counts,
        **beyond,
        **({"deducts": ["Elatusapu", deduction(rng)]} if rng.random() < 0.4 else {}),
    }


def deduction(rng: Random) -> dict[str, Any]:
    """Something taken off the income, with limits or without."""
    limits = optional(rng, above=euros(rng, 10_000), percent=percent(rng), at_most=euros(rng, 60_000))
    return {"fi": "Vuokra", **limits}


def row(rng: Random, size: int) -> dict[str, Any]:
    """A household, with its adults and children told or not."""
    adults = rng.randrange(1, size + 1)
    return {"household": size, **({"adults": adults, "children": size - adults} if rng.random() < 0.6 else {})}


def limits(rng: Random) -> list[dict[str, Any]]:
    """Limits and percentages of a few households, by hours or not."""
    rows = []
    for size in range(1, rng.randrange(2, 6)):
        same = {**row(rng, size), "limit": euros(rng, 300_000)}
        ends = rng.choice(((None,), (None,), (11, 20, None), (5, 30)))
        for end in ends:
            rows.append({**same, "percent": percent(rng), **({} if end is None else {"hours_up_to": end})})
    return rows


def bands(rng: Random) -> list[dict[str, Any]]:
    """Income tables of a few households."""
    tables = []
    for size in range(1, rng.randrange(2, 5)):
        ends = sorted(rng.sample(range(0, 500_000), rng.randrange(1, 5)))
        rows: list[dict[str, Any]] = [
            {"up_to": f"{end // 100}.{end % 100:02}", **band(rng, euros(rng, 6_000))} for end in ends
        ]
        if rng.random() < 0.4:
            rows.append(band(rng, euros(rng, 1_000)))
        tables.append({**row(rng, size), "bands": rows})
    return tables


def band(rng: Random, amount: str) -> dict[str, str]:
    """An amount, a percentage of the price, or a percentage with a limit."""
    return rng.choice(
        ({"amount": amount}, {"amount": amount}, {"percent": percent(rng)}, {"amount": amount, "percent": percent(rng)})
    )


def adjusted(rng: Random) -> dict[str, Any]:
    """An evening's coefficient and supplement, or neither."""
    return optional(rng, coefficient=coefficient(rng), supplement=euros(rng, 1_000))


def month_share(rng: Random) -> dict[str, Any]:
    """A percentage of the month's income."""
    return {
        **by_income(rng),
        "households": limits(rng),
        **optional(
            rng,
            share_at_most=euros(rng, 50_000),
            keeps=euros(rng, 30_000),
            share_coefficient=coefficient(rng),
            siblings=[percent(rng) for _ in range(rng.randrange(1, 4))],
            not_charged_below=euros(rng, 5_000),
            round_down_to=euros(rng, 1_000, 1),
            round_share_to=euros(rng, 1_000, 1),
            round_each="yes",
        ),
    }


def value(rng: Random, unit: str) -> dict[str, Any]:
    """A value rule of any kind."""
    kinds: dict[str, dict[str, Any]] = {
        "fixed": {"amount": euros(rng, 10_000)},
        "price_capped": optional(rng, maximum=euros(rng, 12_000), percent=percent(rng), own_share=euros(rng, 2_000)),
        "range": {"minimum": euros(rng, 3_000), "maximum": euros(rng, 9_000, 3_000)},
        "coefficient": {
            "base": euros(rng, 6_000),
            "coefficient": coefficient(rng),
            **optional(rng, round_to=euros(rng, 500, 1)),
        },
        "income_bands": {**by_income(rng), "households": bands(rng), **adjusted(rng)},
        "income_reduction": {
            **by_income(rng),
            "households": limits(rng),
            "maximum": euros(rng, 6_000, 1_000),
            "minimum": euros(rng, 1_000),
            "divisor": rng.choice((1, 30, 60, 7)),
            **optional(rng, round_up_to=euros(rng, 500, 1)),
            **optional(rng, round_down_to=euros(rng, 500, 1)),
            **optional(rng, round_to=euros(rng, 500, 1)),
            **adjusted(rng),
        },
        "income_share": {
            **month_share(rng),
            "base_price": euros(rng, 10_000),
            "base_price_is_maximum": rng.choice(("yes", "no")),
            **optional(rng, minimum=euros(rng, 1_000)),
        },
        "individual": {"reason": "Päätetään.", **optional(rng, maximum=euros(rng, 9_000), ask="office")},
    }
    kind = rng.choice(list(kinds))
    return {"rule": kind, "unit": unit, **kinds[kind], **month_limits(rng, kind)}


def month_limits(rng: Random, kind: str) -> dict[str, str]:
    """How much of a month the voucher covers, where its rule can say so."""
    if kind == "individual" or rng.random() < 0.7:
        return {}
    money = {"month_at_most": euros(rng, 50_000)} if kind in ("fixed", "price_capped", "coefficient") else {}
    return optional(rng, units_at_most=str(rng.randrange(0, 40)), **money)


def share(rng: Random, unit: str) -> dict[str, Any]:
    """A share rule of any kind, with add-ons."""
    kinds: dict[str, dict[str, Any]] = {
        "difference": {},
        "fixed": {"amount": euros(rng, 3_000)},
        "at_most": {"amount": euros(rng, 4_000)},
        "formula": month_share(rng),
        "income_bands": {**by_income(rng), "households": bands(rng), **adjusted(rng)},
        "by_reference": {"reason": "Kysy."},
    }
    kind = rng.choice(list(kinds))
    extra = {"name": "Kuljetus", "amount": euros(rng, 900), "unit": "direction", "count": rng.randrange(1, 3)}
    add_ons = {"add_ons": [extra]} if rng.random() < 0.4 else {}
    if kind in ("fixed", "at_most", "income_bands") and rng.random() < 0.3:
        kinds[kind]["month_at_most"] = euros(rng, 60_000)
    told = {"unit": rng.choice((unit, "month"))} if rng.random() < 0.5 else {}
    return {"rule": kind, **told, **kinds[kind], **add_ons}


def cost(rng: Random) -> dict[str, Any]:
    """A cost outside the voucher, known or not."""
    return {"name": "Vuokra", "unit": rng.choice(UNITS), **optional(rng, price=euros(rng, 80_000))}
