"""An object store as a target, through fsspec: whatever has files under names and knows who may write them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

from ..outputs.media_types import media_type
from .address import Address
from .faults import GO_ON, NotPublished, reason, without_secrets
from .site import AT_ONCE, Site

WITH_FOLDERS = frozenset({"dir", "ftp", "local", "sftp", "smb", "ssh"})
"""Where a folder has to be made before a file can be put in it."""

FEW = 50
"""Up to so many paths are asked for one by one; for more of them everything is listed once."""


class Store:
    """A target in which a file appears whole, or not at all, as object stores do it."""

    compares = False
    at_once = 200

    def __init__(self, address: Address) -> None:
        self.address = address
        self.shown = address.shown
        try:
            from fsspec.core import url_to_fs

            # Otherwise s3fs asks how large each note is before it reads it, in case it should read it in parts.
            options = {"max_concurrency": 1} if address.text.startswith("s3") else {}
            self.files, root = url_to_fs(address.text, **options)
        except ImportError as error:
            raise NotPublished(lacking(address)) from error
        except Exception as error:
            raise self.fault(error) from error
        self.root = str(root).rstrip("/")
        protocol = self.files.protocol
        self.protocols = frozenset([protocol] if isinstance(protocol, str) else protocol)

    def place(self, path: str) -> str:
        """Where a file is in the store."""
        return f"{self.root}/{path}"

    def read(self, names: Collection[str]) -> Mapping[str, bytes]:
        """The notes among these that are there."""

        def one(name: str) -> bytes | None:
            try:
                return bytes(self.files.cat_file(self.place(name)))
            except FileNotFoundError as error:
                if code(error) == "NoSuchBucket":
                    raise
                return None

        found = zip(names, self.each(one, names), strict=True)
        return {name: data for name, data in found if data is not None}

    def write(self, name: str, data: bytes) -> None:
        """Put a note there, which nobody may keep."""
        headers = self.headers("text/plain; charset=utf-8", "no-store")
        self.each(lambda _: self.put(name, data, headers), [name])

    def put(self, path: str, data: bytes, headers: Mapping[str, Any]) -> None:
        """Put a file there with what the store is told of it."""
        place = self.place(path)
        if self.protocols & WITH_FOLDERS:
            self.files.makedirs(place.rpartition("/")[0], exist_ok=True)
        self.files.pipe_file(place, data, **headers)

    def is_empty(self) -> bool:
        """Whether nothing has a name that begins with ours."""
        return not self.listing(lambda: self.files.ls(self.root, detail=False))

    def taken(self, paths: Collection[str]) -> Collection[str]:
        """Those of these paths at which something stands."""
        if len(paths) > FEW:
            there = set(self.listing(lambda: self.files.find(self.root)))
            return [path for path in paths if self.place(path).strip("/") in there]
        found = self.each(lambda path: bool(self.files.exists(self.place(path))), paths)
        return [path for path, is_there in zip(paths, found, strict=True) if is_there]

    def listing(self, ask: Callable[[], Iterable[Any]]) -> list[str]:
        """The names that a question is answered with."""

        found: list[str] = []

        def gather(root: str) -> None:
            with suppress(FileNotFoundError):
                found.extend(name for each in ask() if (name := str(each).strip("/")) != root)

        self.each(gather, [self.root.strip("/")])
        return found

    def send(self, site: Site, paths: Sequence[str]) -> Collection[str]:
        """Put files there, a few at a time, each with its type and how long it may be kept."""

        def send(path: str) -> None:
            headers = self.headers(media_type(path), site.headers.caching(path))
            self.put(path, site.data(path), headers)

        self.each(send, paths)
        return paths

    def headers(self, kind: str, caching: str) -> dict[str, Any]:
        """What a store is told of a file, in its own words; one that has none guesses by the name."""
        if self.protocols & {"s3", "s3a"}:
            return {"ContentType": kind, "CacheControl": caching}
        if self.protocols & {"gs", "gcs"}:
            return {"content_type": kind, "fixed_key_metadata": {"cache_control": caching}}
        return {}

    def delete(self, paths: Collection[str], folders: Collection[str] = ()) -> None:
        """Delete files; a store has no folders that could be left empty, and where there are some they stay."""

        def one(path: str) -> None:
            with suppress(FileNotFoundError):
                self.files.rm_file(self.place(path))

        self.each(one, paths)

    def each(self, do: Callable[[str], Any], paths: Collection[str]) -> list[Any]:
        """Do something for each path, a few at a time. Raises NotPublished for whatever a store raises."""
        with ThreadPoolExecutor(AT_ONCE) as pool:
            try:
                return list(pool.map(do, paths))
            except NotPublished:
                raise
            except Exception as error:
                raise self.fault(error) from error
            finally:
                pool.shutdown(cancel_futures=True)

    def fault(self, error: Exception) -> NotPublished:
        """A store's error in a sentence; each of them has its own classes, which is why they are told by name."""
        name = type(error).__name__
        if code(error) == "NoSuchBucket":
            why = "there is no such bucket"
        elif "Credentials" in name or code(error) in ("InvalidAccessKeyId", "SignatureDoesNotMatch"):
            why = "it does not accept who you say you are. Look at the key it was given, for example AWS_ACCESS_KEY_ID"
        elif "Connect" in name or "Timeout" in name:
            why = "nothing answers there, or the connection was lost"
        else:
            why = reason(error) if isinstance(error, OSError) else f"{name}: {error}"
        return NotPublished(f"{self.shown}: {without_secrets(why, self.address.secrets).rstrip('.')}. {GO_ON}")


def code(error: BaseException) -> str:
    """The code by which S3 says what is wrong, if it does."""
    response = getattr(error.__cause__ or error, "response", None)
    return str(response.get("Error", {}).get("Code", "")) if isinstance(response, dict) else ""


def lacking(address: Address) -> str:
    """Which package to install."""
    scheme = address.shown.partition(":")[0]
    package = {"s3": "s3fs", "s3a": "s3fs", "gs": "gcsfs", "gcs": "gcsfs", "abfs": "adlfs", "az": "adlfs"}.get(scheme)
    wanted = package or "fsspec"
    return (
        f"{scheme}:// needs the package {wanted}, which is not installed. Run: .venv/bin/python -m pip install {wanted}"
    )
