"""What `provider_directory publish` takes, says and answers."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Iterator, Sequence
from pathlib import Path

from .address import Kind, read_address
from .faults import GO_ON, NotPublished, reason
from .folder import Folder
from .publishing import Plan, megabytes, planned, publish
from .rsync import Rsync
from .site import Site, read_site
from .store import Store
from .target import Target

ABOUT = """\
Puts the built site online: sends what differs from what was published there
before, then deletes what is no longer part of the site. Files of others that
stand beside it stay. It can be broken off at any moment; run it again, and it
goes on where it stopped."""

EXAMPLES = """\
examples:
  publish /srv/www/site                 a folder, of this machine or mounted
  publish maija@www.example.fi:site     a host with ssh and rsync
  publish rsync://www.example.fi/site   a host with an rsync daemon; its password in RSYNC_PASSWORD
  publish s3://bucket/prefix            an object store; needs the package s3fs, and keys as AWS's own tools
                                        find them (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, ~/.aws);
                                        a store of another firm: AWS_ENDPOINT_URL=https://...
  publish s3://bucket --dry-run         tells what would be done

Exit status: 0 the site is there, 2 it is not, and a sentence says why."""

TOLD = 10
"""So many files are named by a dry run; of the others it tells how many there are."""

INTERRUPTED = 130


def main(arguments: Sequence[str], output: Path) -> int:
    """Publish the site that stands in a folder; the answer is the exit status."""
    parser = ArgumentParser(
        prog="python -m provider_directory publish",
        description=ABOUT,
        epilog=EXAMPLES,
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("target", metavar="TARGET", help="a folder, host:path, rsync://, s3:// or another address")
    parser.add_argument("--dry-run", action="store_true", help="tell what would be sent and deleted; change nothing")
    parser.add_argument(
        "--beside-others",
        action="store_true",
        help="publish where other files are already; only those with the name of a file of the site are replaced",
    )
    given = parser.parse_args(arguments)
    try:
        site = read_site(output)
        target = target_of(given.target, site)
        return run(site, target, is_trial=given.dry_run, beside_others=given.beside_others)
    except NotPublished as error:
        sys.stderr.write(f"{error}\n")
    except OSError as error:
        place = error.filename or given.target
        sys.stderr.write(f"{place}: {reason(error)}. {GO_ON}\n")
    except KeyboardInterrupt:
        sys.stderr.write("\nBroken off. Run the same command again: it goes on where this one stopped.\n")
        return INTERRUPTED
    return NotPublished.exitcode


def target_of(text: str, site: Site) -> Target:
    """What is at an address. Raises NotPublished when there can be nothing."""
    address = read_address(text)
    if address.kind is Kind.RSYNC:
        return Rsync(address)
    if address.kind is Kind.STORE:
        return Store(address)
    place = Path(address.text).resolve()
    if place == site.folder:
        raise NotPublished(f"{address.shown} is the folder the site is built in. Name another one.")
    return Folder(place)


def run(site: Site, target: Target, *, is_trial: bool, beside_others: bool) -> int:
    """Publish, and say what was done."""
    plan = planned(site, target, beside_others=beside_others)
    found = plan.difference
    if plan.is_done:
        say(f"{target.shown} holds the site already: nothing to send, nothing to delete.")
        return 0
    if plan.standing.is_unfinished:
        say("An earlier publish was broken off; this one goes on from there.")
    site.check(found.sent, "Nothing was sent. ")
    size = megabytes(site.size(found.sent))
    same = len(site.files) - len(found.sent)
    files = counted(len(found.sent), "file")
    if is_trial:
        say(
            f"{files} ({size}) would be sent to {target.shown}, {len(found.deleted):,} deleted; {same:,} are there already."
        )
        say("\n".join([*told("send", found.sent), *told("delete", found.deleted), "Nothing was changed."]))
        return 0
    say(f"Sending {files} ({size}) to {target.shown}; {same:,} are there already.")
    sent = publish(plan, say)
    say(f"Published to {target.shown}: {summary(plan, sent)}.")
    return 0


def summary(plan: Plan, sent: int) -> str:
    """What a publish did."""
    found = plan.difference
    already = len(found.sent) - sent
    parts = [
        f"{counted(sent, 'file')} sent",
        *([f"{already:,} found there"] if already else []),
        f"{len(found.deleted):,} deleted",
        *([f"{counted(len(found.kept), 'file')} of the site before kept until the next publish"] if found.kept else []),
    ]
    return ", ".join(parts)


def told(verb: str, paths: Sequence[str]) -> Iterator[str]:
    """The first of some files, a line to each, and how many more there are."""
    yield from (f"  {verb:<6} {path}" for path in paths[:TOLD])
    if len(paths) > TOLD:
        yield f"  {verb:<6} {len(paths) - TOLD:,} more"


def counted(number: int, noun: str) -> str:
    """'1 file', '1,200 files'."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def say(text: str) -> None:
    """Tell the person who waits."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
