"""The command line: `python -m tests.benchmarks.search --providers 2000 --repeats 3`."""

from __future__ import annotations

import argparse
import sys
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from provider_directory.outputs.search import SearchDirectory
from provider_directory.problems import RecordsInvalid
from tests.setup.browser import BrowserMissing

from .browsing import Target, chromium
from .corpus import corpus
from .engines import ENGINES, USUAL, Ground, Settings
from .goals import goals
from .measuring import Measured, measure
from .peers import PeerMissing
from .queries import FILTER, held_out, truth
from .records import write_records
from .report import document, section
from .serving import serving
from .tables import first_results
from .tables import held_out as held_out_table

PROJECT = Path(__file__).resolve().parents[3]
RECORDS = "records.jsonl"


@dataclass(slots=True)
class Outcome:
    """What came of one number of providers."""

    count: int
    true_filter: int
    results: dict[str, Measured] = field(default_factory=dict)
    build_seconds: dict[str, float] = field(default_factory=dict)
    version: str = ""
    """Of the browser."""


def main(arguments: list[str]) -> int:
    """Measure and print. Exit status 2: nothing could be measured."""
    options = read_options(arguments)
    sections = []
    try:
        for count in options.providers:
            outcome = measured(options, count)
            sections.append(told(outcome))
            print(sections[-1], flush=True)
    except (RecordsInvalid, BrowserMissing) as error:
        say(str(error))
        return 2
    if options.markdown:
        text = document(sections, outcome.version, options)
        options.markdown.write_text(text, encoding="utf-8")
    return 0


def measured(options: argparse.Namespace, count: int) -> Outcome:
    """Build every engine's files for one directory, serve them and measure."""
    say(f"{count:,} providers")
    directory = corpus(options.project, count, options.seed)
    outcome = Outcome(count, truth(FILTER, directory))
    questions = held_out(directory, options.held_out, options.seed)
    with TemporaryDirectory(prefix="search-benchmark-") as work, ExitStack() as servers:
        write_records(directory, Path(work) / RECORDS)
        targets = []
        for name in options.engines:
            ground = ground_of(options, directory, Path(work), name)
            if (settings := built(name, ground, outcome)) is not None:
                served = servers.enter_context(serving(ground.folder, options.compression))
                targets.append(Target(name=name, served=served, settings=settings))
        with chromium() as browser:
            outcome.version = browser.version
            outcome.results = measure(browser, targets, options.repeats, questions, say)
    return outcome


def ground_of(options: argparse.Namespace, directory: SearchDirectory, work: Path, name: str) -> Ground:
    """Empty folders for one engine."""
    folder, scratch = work / name, work / f"{name}-scratch"
    folder.mkdir()
    scratch.mkdir()
    return Ground(
        directory=directory,
        records=work / RECORDS,
        folder=folder,
        scratch=scratch,
        packages=options.packages,
    )


def built(name: str, ground: Ground, outcome: Outcome) -> Settings | None:
    """Make an engine's files; a peer that cannot be had is told of, and the others go on."""
    began = time.perf_counter()
    try:
        settings = ENGINES[name](ground)
    except PeerMissing as error:
        say(f"  {name} is left out. {error}")
        return None
    outcome.build_seconds[name] = time.perf_counter() - began
    say(f"  built {name} in {outcome.build_seconds[name]:.1f} s")
    return settings


def told(outcome: Outcome) -> str:
    """The tables of one number of providers."""
    built = ", ".join(f"{name} {seconds:.1f} s" for name, seconds in outcome.build_seconds.items())
    return section(
        f"{outcome.count:,} providers",
        first_results(outcome.count, outcome.results),
        f"{outcome.true_filter} providers truly pass the filters. Built in: {built}.",
        held_out_table(outcome.count, outcome.results)
        if any(each.held_out for each in outcome.results.values())
        else "",
        goals(outcome.count, outcome.results),
    )


def say(words: str) -> None:
    """Tell how far it is; the tables alone go to the standard output."""
    print(words, file=sys.stderr, flush=True)


def read_options(arguments: list[str]) -> argparse.Namespace:
    """What was asked for; argparse ends the program on anything else."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.search",
        description="Measure the search of the browser beside its peers.",
        formatter_class=argparse.ArgumentDefaultsHelpFormatter,
    )
    parser.add_argument(
        "--providers", type=int, nargs="+", default=[2000], help="how many; several give several tables"
    )
    parser.add_argument("--repeats", type=int, default=3, help="rounds of all measurements but the held-out questions")
    parser.add_argument("--engines", type=names, default=list(USUAL), help="separated by commas")
    parser.add_argument("--held-out", type=int, default=96, help="questions by chance, for ours and Pagefind")
    parser.add_argument("--seed", type=int, default=1, help="of the providers and of the questions by chance")
    parser.add_argument("--compression", choices=("gzip", "br"), default="gzip", help="of texts, as hosts do it")
    parser.add_argument("--markdown", type=Path, help="a file to write the tables to, dated")
    parser.add_argument("--project", type=Path, default=PROJECT, help="whose municipalities, services and vouchers")
    parser.add_argument(
        "--packages", type=Path, default=PROJECT / ".cache" / "benchmarks", help="where the peers are installed, once"
    )
    options = parser.parse_args(arguments)
    if min(options.providers) < 10 or options.repeats < 1:
        parser.error("--providers counts from 10, --repeats from 1")
    return options


def names(text: str) -> list[str]:
    """Engines by name. Raises ArgumentTypeError for one that there is not."""
    wanted = [name.strip() for name in text.split(",")]
    if strange := [name for name in wanted if name not in ENGINES]:
        raise argparse.ArgumentTypeError(f"there is no {', '.join(strange)}, only {', '.join(ENGINES)}")
    return [name for name in ENGINES if name in wanted]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
