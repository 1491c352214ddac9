"""The tables, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import isnan

from .engines import VERSIONS
from .measuring import Measured, median_kb, median_ms, median_requests
from .spread import percentile, ratio, spread

AGAINST = "pagefind"
"""The peer that ratios are to."""

FIRST = (
    "N",
    "engine",
    "kB and requests to first text result",
    "same, filter only",
    "first text result, ms (4× CPU + slow 4G)",
    "× Pagefind",
    "first filter result, ms (4× CPU + slow 4G)",
    "× Pagefind",
    "keystroke median / p95 ms",
    "p95 × Pagefind",
    "memory MB",
    "found: text / filter",
)
HELD_OUT = (
    "N",
    "engine",
    "questions",
    "how many",
    "kB median / p95 / max",
    "requests median / max",
    "ms median / p95",
    "median × Pagefind",
    "wrong counts",
)


def number(value: float, digits: int = 0) -> str:
    """A number, or a dash where nothing was measured."""
    return "–" if isnan(value) else f"{value:,.{digits}f}"


def kilobytes(value: float) -> str:
    """Thousands of bytes; small ones with a decimal."""
    return number(value, 1 if value < 100 else 0)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table whose columns are as wide as what they hold."""
    lines = [list(heads), *map(list, rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(heads))]
    written = [" | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines]
    rule = "|".join("-" * (width + 2) for width in widths)
    return "\n".join([f"| {written[0]} |", f"|{rule}|", *(f"| {line} |" for line in written[1:])])


def first_results(count: int, results: Mapping[str, Measured]) -> str:
    """The table of first results, keystrokes and memory."""
    peer = results.get(AGAINST, Measured())
    return table(FIRST, (first_row(count, name, each, peer) for name, each in results.items()))


def first_row(count: int, name: str, measured: Measured, peer: Measured) -> list[str]:
    """One engine."""
    keys, peers_keys = spread(measured.keystrokes), spread(peer.keystrokes)
    times = [
        cell
        for fast, slow, peers_fast, peers_slow in (
            (measured.text, measured.slow_text, peer.text, peer.slow_text),
            (measured.filter, measured.slow_filter, peer.filter, peer.slow_filter),
        )
        for cell in (
            f"{number(median_ms(fast))} ({number(median_ms(slow))})",
            f"{number(ratio(median_ms(fast), median_ms(peers_fast)), 2)} "
            f"({number(ratio(median_ms(slow), median_ms(peers_slow)), 2)})",
        )
    ]
    return [
        f"{count:,}",
        VERSIONS.get(name, name),
        f"{kilobytes(median_kb(measured.text))} / {number(median_requests(measured.text))}",
        f"{kilobytes(median_kb(measured.filter))} / {number(median_requests(measured.filter))}",
        *times,
        f"{number(keys.median, 1)} / {number(keys.p95, 1)}",
        number(ratio(keys.p95, peers_keys.p95), 2),
        number(percentile(measured.memory, 50) / 1e6, 1),
        " / ".join(str(runs[0].total) if runs else "–" for runs in (measured.text, measured.filter)),
    ]


def held_out(count: int, results: Mapping[str, Measured]) -> str:
    """The table of questions by chance: all, those with words, those without, and each kind."""
    peer = results.get(AGAINST, Measured())
    rows = (row for name, each in results.items() if each.held_out for row in held_out_rows(count, name, each, peer))
    return table(HELD_OUT, rows)


def held_out_rows(count: int, name: str, measured: Measured, peer: Measured) -> Iterator[list[str]]:
    """One engine."""
    kinds = list(dict.fromkeys(question.kind for question, _ in measured.held_out))
    groups = {
        "all": set(kinds),
        "text": {question.kind for question, _ in measured.held_out if not question.is_filter},
        "filter only": {question.kind for question, _ in measured.held_out if question.is_filter},
        **{kind: {kind} for kind in kinds},
    }
    for words, group in groups.items():
        runs = [run for question, run in measured.held_out if question.kind in group]
        if not runs:
            continue
        size = spread(run.before.bytes / 1000 for run in runs)
        requests = spread(run.before.requests for run in runs)
        time = spread(run.ms for run in runs)
        others = percentile((run.ms for question, run in peer.held_out if question.kind in group), 50)
        yield [
            f"{count:,}",
            VERSIONS.get(name, name),
            words,
            str(len(runs)),
            " / ".join(map(kilobytes, (size.median, size.p95, size.most))),
            f"{number(requests.median)} / {number(requests.most)}",
            f"{number(time.median)} / {number(time.p95)}",
            number(ratio(time.median, others), 2),
            wrong(group, measured),
        ]


def wrong(kinds: set[str], measured: Measured) -> str:
    """In how many of the questions whose true number is known another number was found."""
    known = [
        question.passing == run.total
        for question, run in measured.held_out
        if question.kind in kinds and question.passing is not None
    ]
    return f"{known.count(False)} of {len(known)}" if known else "–"
