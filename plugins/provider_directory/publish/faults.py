"""Why a publish ended: one sentence for the person who began it, without their secrets."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterable, Mapping

from ..problems import printable

SECRET = re.compile(r"SECRET|PASSW|TOKEN|CREDENTIAL|KEY", re.I)
"""What the names of environment variables have in them whose values nobody else may read."""

SHORTEST_SECRET = 6
"""A shorter value is a switch or a number, and stands in many a sentence by chance."""


class NotPublished(Exception):
    """The site is not online as it was built; the message says why and what to do."""

    exitcode = 2


REASONS: Mapping[int, str] = {
    errno.ENOSPC: "the disk there is full",
    errno.EDQUOT: "the space allowed there is used up",
    errno.EFBIG: "it may not hold files so large",
    errno.EACCES: "the rights to write there are lacking",
    errno.EPERM: "the rights to write there are lacking",
    errno.EROFS: "it can only be read",
    errno.ENOTDIR: "a file stands where a folder is needed",
    errno.EISDIR: "a folder stands where a file is needed",
    errno.ECONNREFUSED: "nothing answers at that address",
    errno.EHOSTUNREACH: "nothing answers at that address",
    errno.ENAMETOOLONG: "a path is too long for it",
}
"""What an error of the system means."""

GO_ON = "Put that right and run the same command again: it goes on where this one stopped."


def reason(error: OSError) -> str:
    """What an error of the system means, in a few words."""
    if error.errno is not None and error.errno in REASONS:
        return REASONS[error.errno]
    if isinstance(error, PermissionError):
        return "the rights to do that are lacking"
    if isinstance(error, ConnectionError | TimeoutError):
        return "the connection was lost"
    return (error.strerror or str(error) or type(error).__name__).rstrip(".")


def without_secrets(text: str, secrets: Iterable[str]) -> str:
    """A text of others on one line, with every secret that we know of crossed out."""
    known = {value for name, value in os.environ.items() if SECRET.search(name) and len(value) >= SHORTEST_SECRET}
    for secret in sorted({*known, *secrets} - {""}, key=len, reverse=True):
        text = text.replace(secret, "***")
    return printable(" ".join(text.split()))
