"""What a person may write as a target."""

from __future__ import annotations

import pytest

from provider_directory.publish.address import Kind, read_address
from provider_directory.publish.faults import NotPublished, without_secrets


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("www", Kind.FOLDER, "www"),
        ("/srv/www/a:b", Kind.FOLDER, "/srv/www/a:b"),
        ("./a:b", Kind.FOLDER, "a:b"),
        ("file:///srv/oma%20sivu", Kind.FOLDER, "/srv/oma sivu"),
        ("www.example.fi:site", Kind.RSYNC, "www.example.fi:site"),
        ("maija@www.example.fi:/srv/www/", Kind.RSYNC, "maija@www.example.fi:/srv/www"),
        ("www.example.fi::site", Kind.RSYNC, "www.example.fi::site"),
        ("rsync://www.example.fi/site/", Kind.RSYNC, "rsync://www.example.fi/site"),
        ("s3://opas", Kind.STORE, "s3://opas"),
        ("s3://opas/koe/", Kind.STORE, "s3://opas/koe"),
    ],
)
def test_an_address_says_who_is_asked(text: str, kind: Kind, told: str) -> None:
    address = read_address(text)

    assert (address.kind, address.text) == (kind, told)


@pytest.mark.parametrize("text", ["", " ", "-e sh:x", "s3://", "rsync:///", "file://toinen/srv", "file:///", "a\nb"])
def test_what_is_no_place_is_refused(text: str) -> None:
    with pytest.raises(NotPublished):
        read_address(text)


def test_a_password_is_never_shown() -> None:
    address = read_address("ftp://maija:p%40ssa@www.example.fi/site")

    assert address.shown == "ftp://www.example.fi/site"
    assert without_secrets("login maija:p%40ssa refused: p@ssa", address.secrets) == "login *** refused: ***"


def test_nothing_secret_of_the_environment_is_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "kallis-avain")

    assert without_secrets("bad key kallis-avain\n at\x1b[31m host", ()) == r"bad key *** at\x1b[31m host"
