"""Where a site is to be published, as a person writes it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from urllib.parse import unquote, urlsplit

from .faults import NotPublished


class Kind(Enum):
    """What is asked to put files there."""

    FOLDER = "folder"
    RSYNC = "rsync"
    STORE = "store"


REMOTE = re.compile(r"[^/:]+::?[^:]*")
"""A host and a path as rsync takes them: the first colon comes before any slash."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An address that was understood."""

    kind: Kind
    text: str
    """What the one who is asked is given: a path, or the address as it was written."""
    shown: str
    """The same without a password, for printing."""
    secrets: tuple[str, ...] = ()


def read_address(text: str) -> Address:
    """Understand a target. Raises NotPublished with a sentence."""
    scheme, is_url, rest = text.partition("://")
    if not text.strip() or text.startswith("-") or not text.isprintable():
        raise NotPublished(f'"{text}" is no place to publish to. See: publish --help')
    if is_url and scheme == "file":
        path = urlsplit(text)
        if path.netloc not in ("", "localhost") or not path.path.strip("/"):
            raise NotPublished(f'"{text}" names no folder of this machine. Write for example file:///srv/www/site')
        return folder(unquote(path.path))
    if is_url:
        account = rest.partition("/")[0].rpartition("@")[0]
        shown = f"{scheme}://{rest.removeprefix(f'{account}@')}" if account else text
        kind = Kind.RSYNC if scheme == "rsync" else Kind.STORE
        # A bucket's own root is a place to publish to; no bucket at all is none.
        if not rest.removeprefix(f"{account}@").strip("/"):
            raise NotPublished(f'"{shown}" names no place. Write for example s3://bucket or rsync://host/module')
        return Address(kind=kind, text=text.rstrip("/"), shown=shown.rstrip("/"), secrets=secrets_of(account))
    if REMOTE.fullmatch(text):
        return Address(kind=Kind.RSYNC, text=text.rstrip("/") or text, shown=text.rstrip("/"))
    return folder(text)


def folder(path: str) -> Address:
    """A folder of this machine."""
    place = str(Path(path).expanduser())
    return Address(kind=Kind.FOLDER, text=place, shown=place)


def secrets_of(account: str) -> tuple[str, ...]:
    """What may not be printed of a user name and password in an address, in any writing."""
    parts = [account, *account.split(":", 1)[1:]] if account else []
    return tuple(dict.fromkeys([*parts, *map(unquote, parts)]))
