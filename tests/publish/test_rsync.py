"""Publishing through rsync: a daemon on this machine logs what it got; a shell of one's own there stands for ssh."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from time import sleep

import pytest

from provider_directory.publish.faults import NotPublished
from provider_directory.publish.rsync import program
from tests.publish.conftest import NOTES, ONE, THEIRS, THREE, TWO, Publisher, lacking, made, put, standing


def why_not() -> str:
    """Why these tests cannot run here; empty when they can."""
    try:
        program()
    except NotPublished as error:
        return str(error)
    return ""


pytestmark = pytest.mark.needs(why_not())

CONFIGURATION = """\
address = 127.0.0.1
port = {port}
use chroot = no
log file = {folder}/log
transfer logging = yes
log format = %o %f
{uid}
[site]
path = {folder}/www
read only = no
[readable]
path = {folder}
read only = yes
[closed]
path = {folder}/www
read only = no
auth users = maija
secrets file = {folder}/secrets
"""


class Daemon:
    """An rsync daemon, what it serves and its log."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.www, self.address = folder, folder / "www", f"rsync://127.0.0.1:{port}"

    def got(self) -> list[str]:
        """The files and deletions since the last forgetting, in order, without our notes."""
        lines = re.findall(r"\] (recv|del\.) (?:site/)?(.+)$", (self.folder / "log").read_text(), flags=re.M)
        return [f"{verb} {path}" for verb, path in lines if not path.startswith(".publish")]

    def forget(self) -> None:
        """Begin the log anew."""
        os.truncate(self.folder / "log", 0)


@pytest.fixture
def daemon(tmp_path: Path) -> Iterator[Daemon]:
    """A daemon that serves an empty folder."""
    folder = tmp_path / "daemon"
    (folder / "www").mkdir(parents=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    uid = "uid = root\ngid = root" if os.geteuid() == 0 else ""
    (folder / "rsyncd.conf").write_text(CONFIGURATION.format(folder=folder, port=port, uid=uid))
    (folder / "secrets").write_text("maija:kallis-salasana\n")
    (folder / "secrets").chmod(0o600)
    command = [program(), "--daemon", "--no-detach", f"--config={folder}/rsyncd.conf"]
    with subprocess.Popen(command, stdout=-3, stderr=-3, start_new_session=True) as process:
        for _ in range(500):
            with socket.socket() as asked:
                if asked.connect_ex(("127.0.0.1", port)) == 0:
                    break
            sleep(0.02)
        yield Daemon(folder, port)
        os.killpg(process.pid, signal.SIGTERM)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """The built site."""
    return made(tmp_path / "output", ONE)


def test_an_empty_module_gets_all_files(publisher: Publisher, daemon: Daemon, output: Path) -> None:
    done = publisher(output, f"{daemon.address}/site")

    assert done.status == 0, done.text
    assert done.text.endswith(f"Published to {daemon.address}/site: 10 files sent, 0 deleted.\n")
    assert standing(daemon.www) == ONE
    assert (daemon.www / ".published").read_bytes() == (output / ".published").read_bytes()
    assert {file.name for file in daemon.www.iterdir()} & NOTES == {".published"}


def test_a_folder_of_a_module_is_made(publisher: Publisher, daemon: Daemon, output: Path) -> None:
    for files in (ONE, TWO):
        assert publisher(made(output, files), f"{daemon.address}/site/uusi").status == 0

    assert TWO.items() <= standing(daemon.www / "uusi").items()


def test_nothing_is_sent_when_nothing_has_changed(publisher: Publisher, daemon: Daemon, output: Path) -> None:
    publisher(output, f"{daemon.address}/site")
    before = {file: file.stat().st_mtime_ns for file in (daemon.www, *daemon.www.rglob("*"))}
    daemon.forget()

    done = publisher(output, f"{daemon.address}/site")

    assert done.text == f"{daemon.address}/site holds the site already: nothing to send, nothing to delete.\n"
    assert daemon.got() == []
    assert {file: file.stat().st_mtime_ns for file in (daemon.www, *daemon.www.rglob("*"))} == before


def test_only_the_difference_is_sent_and_deletions_come_last(
    publisher: Publisher, daemon: Daemon, output: Path
) -> None:
    publisher(output, f"{daemon.address}/site")
    put(daemon.www, THEIRS)
    daemon.forget()

    publisher(made(output, TWO), f"{daemon.address}/site")

    got = daemon.got()
    assert got[:7] == [
        "recv theme/2/main.css",
        "recv theme/2/main.js",
        "recv fi/tuottajat/bo/kartta.ics",
        "recv fi/tuottajat/bo/index.html",
        "recv fi/index.html",
        "recv sv/index.html",
        "recv sitemap.xml",
    ]
    assert set(got[7:]) == {"del. fi/tuottajat/aava/kartta.ics", "del. fi/tuottajat/aava/index.html"}
    kept = {path: text for path, text in ONE.items() if path.startswith("theme/1/")}
    assert standing(daemon.www) == {**TWO, **THEIRS, **kept}

    publisher(made(output, THREE), f"{daemon.address}/site")
    assert not (daemon.www / "fi/tuottajat/bo").exists() and THEIRS.items() <= standing(daemon.www).items()


def test_a_trial_changes_nothing(publisher: Publisher, daemon: Daemon, output: Path) -> None:
    done = publisher(output, f"{daemon.address}/site", "--dry-run")

    assert done.status == 0 and done.text.startswith("10 files (0.0 MB) would be sent")
    assert list(daemon.www.iterdir()) == []


def test_files_of_others_are_not_overwritten(publisher: Publisher, daemon: Daemon, output: Path) -> None:
    put(daemon.www, THEIRS)
    refused = publisher(output, f"{daemon.address}/site")
    assert refused.status == 2 and "none of them was published by this command" in refused.text
    assert standing(daemon.www) == THEIRS

    assert publisher(output, f"{daemon.address}/site", "--beside-others").status == 0
    put(daemon.www, {"fi/tuottajat/bo/kartta.ics": "kallis"})
    taken = publisher(made(output, TWO), f"{daemon.address}/site")

    assert taken.status == 2 and "fi/tuottajat/bo/kartta.ics is in the way" in taken.text
    assert standing(daemon.www) == {**ONE, **THEIRS, "fi/tuottajat/bo/kartta.ics": "kallis"}


def test_killed_between_any_two_steps_no_reader_misses_anything_and_it_goes_on(
    publisher: Publisher, daemon: Daemon, tmp_path: Path
) -> None:
    """Each step runs the program once; the publish is ended before every fourth of these."""
    one, two = made(tmp_path / "one", ONE), made(tmp_path / "two", TWO)
    ends = 0
    for number in range(1, 99, 4):
        place, www = f"{daemon.address}/site/{number}", daemon.www / f"{number}"
        publisher(one, place)
        put(www, THEIRS)
        ended = publisher(two, place, started=number)
        found = standing(www)
        assert lacking(found) == [] and THEIRS.items() <= found.items(), number
        before = set(found)
        daemon.forget()

        assert publisher(two, place).status == 0
        found = standing(www)
        assert {**TWO, **THEIRS}.items() <= found.items(), number
        assert {path for path in set(found) - set(TWO) - set(THEIRS) if "theme/1/" not in path} == set()
        again = {line.rpartition(f"/{number}/")[2] for line in daemon.got() if line.startswith("recv")}
        assert not again & {path for path in before if path not in ONE}, number
        ends += ended.status == -9
        if ended.status != -9:
            break

    assert ends > 2


@pytest.mark.parametrize(
    ("module", "password", "said"),
    [
        ("readable/x", "", "it can only be read"),
        ("none", "", "it has no such module"),
        ("closed", "väärä-salasana", "it does not let you in. The password is read from RSYNC_PASSWORD"),
        ("site/a/b/c", "", "a folder is missing there; make it first"),
    ],
)
def test_what_goes_wrong_is_told_in_a_sentence_without_secrets(
    publisher: Publisher, daemon: Daemon, output: Path, module: str, password: str, said: str
) -> None:
    address = f"{daemon.address}/{module}".replace("//", "//maija@")
    environment = {"RSYNC_PASSWORD": password} if password else {}

    done = publisher(output, address, environment=environment)

    assert (done.status, done.text.splitlines()[-1]) == (
        2,
        f"{daemon.address}/{module}: {said}. Put that right and run the same command again: it goes on where this one "
        "stopped.",
    )
    assert password == "" or password not in done.text


def test_a_password_opens_a_module(publisher: Publisher, daemon: Daemon, output: Path) -> None:
    address = f"{daemon.address}/closed".replace("//", "//maija@")

    done = publisher(output, address, environment={"RSYNC_PASSWORD": "kallis-salasana"})

    assert done.status == 0 and standing(daemon.www) == ONE


def test_where_nothing_answers_it_says_so(publisher: Publisher, output: Path) -> None:
    done = publisher(output, "rsync://127.0.0.1:1/site")

    assert done.status == 2 and done.text.startswith("rsync://127.0.0.1:1/site: nothing answers there. ")


def test_a_host_with_a_shell_is_reached(publisher: Publisher, output: Path, tmp_path: Path) -> None:
    """The place of ssh is taken by a program that runs on this machine what it is to run on the other."""
    shell = tmp_path / "shell"
    shell.write_text('#!/bin/sh\nwhile [ "$1" != rsync ]; do shift; done\nexec sh -c "$*"\n')
    shell.chmod(0o755)
    target = tmp_path / "koti" / "oma sivu"
    target.parent.mkdir()

    for files in (ONE, TWO, THREE):
        done = publisher(made(output, files), f"maija@www.example.fi:{target}", environment={"RSYNC_RSH": str(shell)})
        assert done.status == 0, done.text

    assert THREE.items() <= standing(target).items() and not (target / "fi/tuottajat").exists()


def test_without_the_program_it_says_what_to_install(publisher: Publisher, output: Path, tmp_path: Path) -> None:
    done = publisher(output, "maija@www.example.fi:site", environment={"PATH": str(tmp_path)})

    assert (done.status, done.text) == (
        2,
        "The program rsync is needed for that, and is not installed. Debian, Ubuntu: sudo apt install rsync. "
        "macOS: brew install rsync\n",
    )


def test_another_program_of_that_name_is_told_apart(publisher: Publisher, output: Path, tmp_path: Path) -> None:
    (tmp_path / "rsync").write_text('#!/bin/sh\necho "openrsync: protocol version 29"\n')
    (tmp_path / "rsync").chmod(0o755)

    done = publisher(output, "maija@www.example.fi:site", environment={"PATH": f"{tmp_path}:{os.environ['PATH']}"})

    assert done.status == 2 and "is not rsync 3.1 or newer" in done.text
    assert shutil.which("rsync")
