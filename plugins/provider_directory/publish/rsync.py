"""A host as a target, through the program rsync: its daemon (rsync://host/module) or a shell of one's own there (user@host:path)."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from .address import Address
from .faults import GO_ON, NotPublished, without_secrets
from .site import Site

NEEDED = (3, 1)
"""The first version that deletes the files it is named, and no others."""

SAID: Mapping[str, str] = {
    "No space left": "its disk is full",
    "read only": "it can only be read",
    "Read-only": "it can only be read",
    "auth failed": "it does not let you in. The password is read from RSYNC_PASSWORD",
    "Unknown module": "it has no such module",
    "Permission denied": "the rights to do that are lacking",
    "Connection refused": "nothing answers there",
    "Could not resolve": "there is no such host",
    "command not found": "there is no rsync there",
    "No such file": "a folder is missing there; make it first",
}
"""What rsync says, and what that means."""

REASONS: Mapping[int, str] = {
    10: "nothing answers there, or the connection was lost",
    11: "its disk is full, or it cannot write there",
    12: "the connection was lost, or there is no rsync there",
    20: "it was broken off",
    30: "it has not answered for too long",
    35: "nothing answers there",
    127: "there is no rsync there",
    255: "ssh cannot reach it, or is not let in",
}
"""What its exit statuses mean, where it says nothing that is known."""

NO_FOLDER = (3, 23)
"""The statuses when something that was named is not there."""

PATIENCE = 300
"""Seconds without a word after which a connection is given up."""


class Rsync:
    """A target that rsync reaches. It compares before it sends and renames each file into its place when it is whole."""

    compares = True
    # A publish that is killed leaves an rsync behind that sends its batch to the end.
    at_once = 1000

    def __init__(self, address: Address) -> None:
        self.address = address
        self.shown = address.shown
        self.program = program()

    def read(self, names: Collection[str]) -> Mapping[str, bytes]:
        """The notes among these that are there."""
        # Asked for by patterns: some daemons lose named files (--files-from) that they send out of a folder of a module.
        only = [*(f"--include=/{name}" for name in names), "--exclude=*"]
        with temporary() as here:
            done = self.run(["--dirs", *only], self.there, f"{here}/", may=NO_FOLDER)
            if done.returncode and not self.is_missing(done.stderr):
                raise self.fault(done)
            return {name: (here / name).read_bytes() for name in names if (here / name).is_file()}

    def write(self, name: str, data: bytes) -> None:
        """Put a note there."""
        with temporary({name: data}) as here:
            self.run(["--checksum", *LISTED], f"{here}/", self.there, names=[name])

    def is_empty(self) -> bool:
        """Whether nothing is there, or no such folder yet, which rsync makes."""
        done = self.run(["--list-only"], self.there, may=NO_FOLDER)
        if done.returncode and not self.is_missing(done.stderr):
            raise self.fault(done)
        return all(
            line.split()[-1] == "." for line in done.stdout.decode(errors="replace").splitlines() if line.strip()
        )

    def taken(self, paths: Collection[str]) -> Collection[str]:
        """Those of these paths at which something stands: a trial says which of them it would overwrite."""
        with temporary(dict.fromkeys(paths, b"")) as here:
            trial = ["--dry-run", "--existing", "--ignore-times", *TOLD, *LISTED]
            done = self.run(trial, f"{here}/", self.there, names=paths, may=NO_FOLDER)
        return sorted(set(paths) & told(done))

    def send(self, site: Site, paths: Sequence[str]) -> Collection[str]:
        """Put files there that are not there already, to the byte."""
        done = self.run(["--checksum", *TOLD, *LISTED], f"{site.folder}/", self.there, names=paths)
        # Read while they were sent, so looked at again: a build may have put others in their place.
        site.check(paths)
        return sorted(set(paths) & told(done))

    def delete(self, paths: Collection[str], folders: Collection[str] = ()) -> None:
        """Delete what is named and lacks in a folder of this machine, in which only the folders above it are there."""
        levels: dict[int, list[str]] = {}
        for folder in folders:
            levels.setdefault(folder.count("/"), []).append(folder)
        # A folder is gone before the one above it is looked at.
        for names in (paths, *(levels[depth] for depth in sorted(levels, reverse=True))):
            with temporary() as here:
                for name in names:
                    (here / name).parent.mkdir(parents=True, exist_ok=True)
                if names:
                    self.run(["--delete-missing-args", *LISTED], f"{here}/", self.there, names=names)

    @property
    def there(self) -> str:
        """The target as a folder."""
        return self.address.text if self.address.text.endswith((":", "/")) else f"{self.address.text}/"

    def run(
        self, options: Sequence[str], *places: str, names: Iterable[str] = (), may: Collection[int] = ()
    ) -> subprocess.CompletedProcess[bytes]:
        """Run rsync once, with the names of files if there are any. Raises NotPublished unless it ends as it may."""
        done = subprocess.run(
            [self.program, *ALWAYS, *options, "--", *places],
            input=b"\0".join(name.encode() for name in names),
            env={"RSYNC_RSH": SHELL, **os.environ, "LC_ALL": "C"},
            capture_output=True,
            check=False,
        )
        if done.returncode not in (0, *may):
            raise self.fault(done)
        return done

    def is_missing(self, said: bytes) -> bool:
        """Whether it is only the folder itself that is not there yet."""
        return b"No such file or directory" in said and b"denied" not in said

    def fault(self, done: subprocess.CompletedProcess[bytes]) -> NotPublished:
        """An error of rsync in a sentence, with its own words where there are none of ours."""
        said = done.stderr.decode(errors="replace")
        known = (why for text, why in SAID.items() if text in said)
        why = next(known, None) or REASONS.get(done.returncode) or f"rsync ended with status {done.returncode}: {said}"
        return NotPublished(f"{self.shown}: {without_secrets(why, self.address.secrets).rstrip('.')}. {GO_ON}")


ALWAYS = ("--times", "--omit-dir-times", f"--timeout={PATIENCE}")

TOLD = ("--out-format=%i %n",)
"""Each file, and what is done with it."""

LISTED = ("--files-from=-", "--from0", "--no-implied-dirs")
"""Only the files that are named; folders above them stay as they are."""

SHELL = "ssh -o ControlMaster=auto -o ControlPersist=15 -o ControlPath=~/.ssh/publish-%C"
"""One connection for all that is asked of a host, each of which would otherwise begin with its own."""


def told(done: subprocess.CompletedProcess[bytes]) -> set[str]:
    """The files whose contents were sent."""
    return set(re.findall(r"^<f\S* (.+)$", done.stdout.decode(errors="replace"), flags=re.M))


def program() -> str:
    """Where rsync is. Raises NotPublished when it is lacking or too old."""
    found = shutil.which("rsync")
    if found is None:
        raise NotPublished(
            "The program rsync is needed for that, and is not installed. Debian, Ubuntu: sudo apt install rsync. "
            "macOS: brew install rsync"
        )
    said = subprocess.run([found, "--version"], capture_output=True, check=False).stdout.decode(errors="replace")
    version = re.match(r"rsync\s+version (\d+)\.(\d+)", said)
    if version is None or (int(version[1]), int(version[2])) < NEEDED:
        raise NotPublished(
            f"{found} is not rsync {'.'.join(map(str, NEEDED))} or newer, which is needed to delete single files. "
            "macOS: brew install rsync"
        )
    return found


@contextmanager
def temporary(files: Mapping[str, bytes] = MappingProxyType({})) -> Iterator[Path]:
    """A folder of this machine with these files, as long as it is needed."""
    with tempfile.TemporaryDirectory(prefix="publish-") as name:
        for path, data in files.items():
            place = Path(name) / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        yield Path(name)
