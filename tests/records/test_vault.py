"""What a vault gives back is what was put into it by the same version of this program for the same user, or nothing."""

from __future__ import annotations

import os
import pickle
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provider_directory.model import PartialDate, Unit
from provider_directory.problems import Problem, Severity
from provider_directory.records.fields import Phone
from provider_directory.records.vault import Vault, packed, unpacked

CONTENT = {
    "day": date(2018, 8, 10),
    "share": Decimal("0.5"),
    "unit": Unit.HOUR,
    "since": PartialDate(year=2018, month=4),
    "phone": Phone(text="014 000 0100", dial="+358140000100"),
    "problems": (Problem("a.yaml", 1, "", "Wrong.", severity=Severity.WARNING),),
}


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    """An empty vault."""
    return Vault(tmp_path / "vault", "1")


def test_what_was_kept_is_given_back(vault: Vault) -> None:
    vault.write("thing", packed(CONTENT))

    assert vault.read("thing") == CONTENT
    assert Vault(vault.folder, "1").read("thing") == CONTENT


def test_nothing_is_given_for_a_name_that_was_never_kept(vault: Vault) -> None:
    assert vault.read("thing") is None


def test_another_version_finds_nothing(vault: Vault) -> None:
    vault.write("thing", packed(CONTENT))

    assert Vault(vault.folder, "2").read("thing") is None


@pytest.mark.parametrize("place", [0, 20, 40, -1])
def test_a_changed_byte_makes_it_nothing(vault: Vault, place: int) -> None:
    vault.write("thing", packed(CONTENT))
    data = bytearray((vault.folder / "thing").read_bytes())
    data[place] ^= 1
    (vault.folder / "thing").write_bytes(data)

    assert vault.read("thing") is None


def test_a_file_that_was_cut_off_is_nothing(vault: Vault) -> None:
    vault.write("thing", packed(CONTENT))
    os.truncate(vault.folder / "thing", 60)

    assert vault.read("thing") is None


def test_what_is_left_of_an_interrupted_writing_is_written_over(vault: Vault) -> None:
    vault.write("thing", packed("before"))
    (vault.folder / ".thing.new").write_bytes(b"half of")
    vault.write("thing", packed(CONTENT))

    assert vault.read("thing") == CONTENT
    assert os.listdir(vault.folder) == ["thing"]


@pytest.mark.parametrize("mode", [0o644, 0o660, 0o604])
def test_a_file_that_others_may_open_is_nothing(vault: Vault, mode: int) -> None:
    vault.write("thing", packed(CONTENT))
    (vault.folder / "thing").chmod(mode)

    assert vault.read("thing") is None


def test_a_link_is_nothing(vault: Vault) -> None:
    vault.write("thing", packed(CONTENT))
    (vault.folder / "other").symlink_to("thing")

    assert vault.read("other") is None


def test_only_its_user_may_open_what_is_kept(vault: Vault) -> None:
    vault.write("thing", packed(CONTENT))

    assert (vault.folder / "thing").stat().st_mode & 0o077 == 0
    assert os.listdir(vault.folder) == ["thing"]


def test_where_nothing_can_be_kept_nothing_is_and_nobody_is_told(tmp_path: Path) -> None:
    (tmp_path / "vault").write_text("a file stands here")
    vault = Vault(tmp_path / "vault", "1")
    vault.write("thing", packed(CONTENT))

    assert (vault.read("thing"), vault.clock()) == (None, 0)


class Attack:
    """An object that runs a command when it is made."""

    def __reduce__(self) -> object:
        return os.mkdir, ("made",)


@pytest.mark.parametrize(
    "content",
    [
        pickle.dumps(Attack()),
        b"cos\nsystem\n(S'touch made'\ntR.",
        b"cprovider_directory.records.schema.base\nBaseModel.__subclasses__\n(tR.",
        b"cprovider_directory.records.schema.provider\nchoice\n(tR.",
        b"cprovider_directory.records.vault\nVault\n.",
    ],
)
def test_bytes_that_ask_for_anything_but_records_are_nothing(
    content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert unpacked(content) is None
    assert list(tmp_path.iterdir()) == []


@given(st.binary(max_size=60))
def test_any_bytes_are_an_object_or_nothing(content: bytes) -> None:
    unpacked(content)
