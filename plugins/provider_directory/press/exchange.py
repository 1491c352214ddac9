"""Two folders take each other's names, in one step: nobody ever finds one of the names missing.

Linux has renameat2 for it, macOS renamex_np; Python has neither. Only the first is tested here.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path
from typing import Any

HERE = -100
"""AT_FDCWD of Linux: a path that is not absolute begins in the working folder."""

EXCHANGE = 2
"""RENAME_EXCHANGE of Linux, and RENAME_SWAP of macOS."""


def exchange(one: Path, other: Path) -> None:
    """Let two folders of one file system take each other's names. Raises OSError where that cannot be."""
    system: Any = ctypes.CDLL(None, use_errno=True) if os.name == "posix" else None
    first, second = os.fsencode(one), os.fsencode(other)
    if sys.platform == "linux" and hasattr(system, "renameat2"):
        failed = system.renameat2(HERE, first, HERE, second, EXCHANGE)
    elif sys.platform == "darwin" and hasattr(system, "renamex_np"):
        failed = system.renamex_np(first, second, EXCHANGE)
    else:
        raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP), str(other))
    if failed:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(other))
