"""The command line: `python -m tests.benchmarks.build --providers 2000 --repeats 3`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from provider_directory.problems import RecordsInvalid

from ..search.report import section
from .goals import growth
from .hugo import HugoMissing, HugoSite, installed, make_site
from .measuring import Bench, Measured
from .processes import Limits
from .project import Project, make_project
from .report import document, told

PROJECT = Path(__file__).resolve().parents[3]


def main(arguments: list[str]) -> int:
    """Measure and print. Exit status 2: nothing could be measured."""
    options = read_options(arguments)
    every: list[Measured] = []
    try:
        for count in options.providers:
            every.append(measured(options, count))
            print(told(every[-1]), flush=True)
    except RecordsInvalid as error:
        say(str(error))
        return 2
    sections = [told(each) for each in every]
    if grown := growth(every):
        sections.append(section("Growth", grown))
        print(sections[-1])
    if options.markdown:
        options.markdown.write_text(document(sections, options), encoding="utf-8")
    return 0


def measured(options: argparse.Namespace, count: int) -> Measured:
    """Make one project and build it with both."""
    say(f"{count:,} providers")
    with TemporaryDirectory(prefix="build-benchmark-", dir=options.work) as work:
        folder = Path(work)
        project = make_project(options.project, folder / "project", count, options.seed, options.municipalities)
        bench = Bench(
            project=project,
            hugo=None if options.without_hugo else hugo_site(options, folder, project),
            limits=Limits(seconds=options.seconds, megabytes=options.megabytes),
            say=say,
        )
        return bench.measure(count, options.repeats)


def hugo_site(options: argparse.Namespace, folder: Path, project: Project) -> HugoSite | None:
    """Hugo's site; nothing, and why, where Hugo cannot be had."""
    try:
        program = installed(options.packages)
    except HugoMissing as error:
        say(f"  Hugo is left out. {error}")
        return None
    return make_site(program, project, folder / "hugo")


def say(words: str) -> None:
    """Tell how far it is; the tables alone go to the standard output."""
    print(words, file=sys.stderr, flush=True)


def read_options(arguments: list[str]) -> argparse.Namespace:
    """What was asked for; argparse ends the program on anything else."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.build",
        description="Measure the build of the site beside Hugo's.",
        formatter_class=argparse.ArgumentDefaultsHelpFormatter,
    )
    parser.add_argument(
        "--providers", type=int, nargs="+", default=[2000], help="how many; several give several tables"
    )
    parser.add_argument("--repeats", type=int, default=3, help="rounds; the generators take turns within a round")
    parser.add_argument("--seed", type=int, default=1, help="of the providers")
    parser.add_argument("--municipalities", type=Path, help="a file for import-municipalities, to have all of them")
    parser.add_argument("--markdown", type=Path, help="a file to write the tables to, dated")
    parser.add_argument("--project", type=Path, default=PROJECT, help="whose content, theme and settings")
    parser.add_argument("--work", type=Path, help="where the projects are built: a folder on the disk to measure")
    parser.add_argument("--seconds", type=float, default=1200, help="after which a build is given up")
    parser.add_argument("--megabytes", type=float, default=12_000, help="beyond which a build is given up")
    parser.add_argument("--without-hugo", action="store_true", help="only ours")
    parser.add_argument(
        "--packages", type=Path, default=PROJECT / ".cache" / "benchmarks", help="where Hugo is installed, once"
    )
    options = parser.parse_args(arguments)
    if min(options.providers) < 10 or options.repeats < 1:
        parser.error("--providers counts from 10, --repeats from 1")
    return options


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
