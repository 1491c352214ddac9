"""The command line: `python -m provider_directory check | export | import | import-municipalities | publish | rollback | search | serve`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from .press.pool import WorkerLost, on_this_machine
from .problems import Problem, errors, headline, report
from .records.cache import Cache
from .records.checked import checked_records, context_of
from .records.collections import Records
from .records.municipality_file import NotMunicipalities, additions
from .records.reading import read_records
from .settings import Settings, SettingsInvalid, read_settings, settings_file

if TYPE_CHECKING:
    from .views.edition import Edition

USAGE = """\
Usage: python -m provider_directory COMMAND

  check [--all]   look through the records; --all tells remarks too
  export FOLDER   write the public records as JSON, as the built site has them in data/records/
  import PATH [--write]
                  tell which records of such a file or folder are lacking here; --write adds them
  import-municipalities FILE [--write]
                  tell which municipalities of Statistics Finland's file the register lacks; --write adds them
  rollback        publish the release before again; once more: the one that is published now
  publish TARGET [--dry-run]
                  put the built site online: a folder, a host with rsync, an object store (publish --help has examples)
  search WORD...  tell the providers that answer, and why (search --help tells how to narrow it down)
  serve           build, serve the site on this machine, and rebuild on every change

AS_OF=2019-06-17 (or AS_OF=today) takes another day. Exit status: 0 no errors, 2 errors or a wrong command,
75 another build is publishing."""


def check(arguments: list[str]) -> int:
    """Tell what is wrong in the records; nothing is built."""
    settings = read_settings(settings_file(Path.cwd()))
    _, problems = everything(settings)
    told = problems if "--all" in arguments else [problem for problem in problems if problem.severity < 2]
    untold = f"{headline(problems)} To read them: check --all" if problems and not told else ""
    sys.stdout.write((untold or report(told)) + "\n")
    return 2 if errors(problems) else 0


def everything(settings: Settings) -> tuple[Records, list[Problem]]:
    """All records and problems; only files that changed are read, by several processes when they are many."""
    spread = on_this_machine(settings.workers).done
    return checked_records(settings.root, context_of(settings), Cache.below(settings.root), spread)


def import_municipalities(arguments: list[str]) -> int:
    """Add the municipalities of a classification file that the register lacks; what is there stays as it is."""
    names = [argument for argument in arguments if not argument.startswith("--")]
    if len(names) != 1:
        sys.stderr.write(USAGE + "\n")
        return 2
    records, problems = read_records(Path.cwd())
    if problems:  # An entry that cannot be read would be taken for one that is lacking.
        sys.stdout.write(report(problems) + "\n")
        return 2
    try:
        found = additions(Path(names[0]).read_bytes(), records)
    except (OSError, NotMunicipalities) as error:
        sys.stderr.write(f"{names[0]}: {error}\n")
        return 2
    for file, texts in found.items():
        place = Path("content/registers") / file
        if "--write" in arguments:
            with place.open("a", encoding="utf-8") as register:
                register.write("".join(f"\n{text}" for text in texts))
        done = "added to" if "--write" in arguments else "lacking in"
        sys.stdout.write(f"{len(texts)} {done} {place}\n")
    if not found:
        sys.stdout.write("The register has every municipality of the file.\n")
    return 0


def export(arguments: list[str]) -> int:
    """Write the public records of the day, whole, into a folder."""
    from .outputs.data.records import KINDS, record_lines, records_text

    if len(arguments) != 1 or arguments[0].startswith("-"):
        sys.stderr.write(USAGE + "\n")
        return 2
    edition, problems = edition_in("fi")
    if edition is None:
        sys.stdout.write(report(problems) + "\n")
        return 2
    folder, number = Path(arguments[0]), 0
    folder.mkdir(parents=True, exist_ok=True)
    for kind in KINDS:
        lines = record_lines(edition, kind)
        (folder / f"{kind}.json").write_bytes(records_text(edition, kind, lines))
        number += len(lines)
    sys.stdout.write(f"{number} records, as of {edition.catalogue.as_of}, are in {folder}.\n")
    return 0


def import_records(arguments: list[str]) -> int:
    """Add the exported records that are lacking here; what is there stays as it is."""
    from .records.importing import NotRecords, imported

    names = [argument for argument in arguments if not argument.startswith("--")]
    if len(names) != 1:
        sys.stderr.write(USAGE + "\n")
        return 2
    place = Path(names[0])
    folder = place / "records" if (place / "records").is_dir() else place
    records, problems = read_records(Path.cwd())
    try:
        files = sorted(folder.glob("*.json")) if folder.is_dir() else [place]
        found = imported((file.read_bytes() for file in files), records)
    except (OSError, NotRecords) as error:
        sys.stderr.write(f"{names[0]}: {error}\n")
        return 2
    if problems := [*problems, *found.problems]:
        sys.stdout.write(report(problems) + "\n")
        return 2
    if "--write" in arguments:
        for name, text in found.files.items():
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_text(text, encoding="utf-8", newline="\n")
        for name, texts in found.entries.items():
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            with Path(name).open("a", encoding="utf-8", newline="\n") as register:
                register.write("".join(f"\n{text}" for text in texts))
    done = "written" if "--write" in arguments else "lacking here; --write adds them"
    sys.stdout.write(f"{found.number} records {done}. {found.present} are here already and stay as they are.\n")
    return 0


def rollback(arguments: list[str]) -> int:
    """Publish the release before again, in one step, and tell what differs."""
    from .press.faults import NotPublished
    from .press.rollback import roll_back

    if arguments:
        sys.stderr.write(USAGE + "\n")
        return 2
    output = read_settings(settings_file(Path.cwd())).output
    try:
        difference = roll_back(output)
    except NotPublished as error:
        sys.stderr.write(f"{error}\n")
        return error.exitcode
    sys.stdout.write(
        f"The release before is published again in {output}: {difference.files} files; {difference.changed} changed, "
        f"{difference.added} added, {difference.removed} removed.\nTo undo this: rollback. The next build publishes the "
        "records as they are then.\n"
    )
    return 0


def publish(arguments: list[str]) -> int:
    """Put the built site online."""
    from .publish.command import main as publish_main

    return publish_main(arguments, read_settings(settings_file(Path.cwd())).output)


def search(arguments: list[str]) -> int:
    """Tell the providers that answer a text on the day."""
    from .outputs.search.command import Unknown, said, wanted
    from .outputs.search.directory import directory

    asked = wanted(arguments)
    edition, problems = edition_in(asked.language)
    if edition is None:
        sys.stdout.write(report(problems) + "\n")
        return 2
    try:
        sys.stdout.write(said(directory(edition), asked) + "\n")
    except Unknown as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


def edition_in(language: str) -> tuple[Edition | None, list[Problem]]:
    """The directory of the day in a language; none where the records have errors, and these."""
    from .catalogue.catalogue import Catalogue
    from .views.edition import Edition
    from .views.wording import Wording, load_translations

    settings = read_settings(settings_file(Path.cwd()))
    records, problems = everything(settings)
    if errors(problems):
        return None, errors(problems)
    catalogue = Catalogue(records=records, as_of=settings.as_of, closing_days=settings.closing_days)
    wording = Wording(language, load_translations(settings.theme / "locale", language))
    return Edition(catalogue=catalogue, settings=settings, wording=wording, assets=""), []


def serve(arguments: list[str]) -> int:
    """Serve the built site and rebuild it on change."""
    from .serve import main as serve_main

    return serve_main(arguments)


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "check": check,
    "export": export,
    "import": import_records,
    "import-municipalities": import_municipalities,
    "rollback": rollback,
    "publish": publish,
    "search": search,
    "serve": serve,
}


def main(arguments: list[str]) -> int:
    """Run one command; the answer is the exit status."""
    name, *rest = arguments or [""]
    if name not in COMMANDS:
        sys.stderr.write(USAGE + "\n")
        return 0 if name in ("--help", "-h", "help") else 2
    try:
        return COMMANDS[name](rest)
    except (SettingsInvalid, WorkerLost) as error:
        sys.stderr.write(f"{error}\n")
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
