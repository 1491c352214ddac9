"""The command line: `python -m provider_directory check | serve`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from .problems import errors, headline, report
from .records.checked import checked_records
from .records.rules.rule import Context
from .settings import Settings, SettingsInvalid, read_settings, settings_file

USAGE = """\
Usage: python -m provider_directory COMMAND

  check [--all]   look through the records; --all tells remarks too
  serve           build, serve the site on this machine, and rebuild on every change

AS_OF=2019-06-17 (or AS_OF=today) takes another day. Exit status: 0 no errors, 2 errors or a wrong command."""

def check(arguments: list[str]) -> int:
    """Tell what is wrong in the records; nothing is built."""
    root = Path.cwd()
    settings = read_settings(settings_file(root))
    _, problems = checked_records(root, rule_context(settings))
    told = problems if "--all" in arguments else [problem for problem in problems if problem.severity < 2]
    sys.stdout.write(report(told) + "\n")
    if not told and problems:
        sys.stdout.write(f"{headline(problems)} Tell them with: check --all\n")
    return 2 if errors(problems) else 0


def rule_context(settings: Settings) -> Context:
    """What the rules may know of this build."""
    return Context(
        as_of=settings.as_of, expiring_days=settings.expiring_days, verified_months=settings.verified_months
    )


def serve(arguments: list[str]) -> int:
    """Serve the built site and rebuild it on change."""
    from .serve import main as serve_main

    return serve_main(arguments)


COMMANDS: dict[str, Callable[[list[str]], int]] = {"check": check, "serve": serve}


def main(arguments: list[str]) -> int:
    """Run one command; the answer is the exit status."""
    name, *rest = arguments or [""]
    if name not in COMMANDS:
        sys.stderr.write(USAGE + "\n")
        return 0 if name in ("--help", "-h", "help") else 2
    try:
        return COMMANDS[name](rest)
    except SettingsInvalid as error:
        sys.stderr.write(f"{error}\n")
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
