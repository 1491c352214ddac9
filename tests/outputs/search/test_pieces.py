"""Pieces: their seals, and who changes names with whom."""

import json
import zlib

import pytest

from provider_directory.outputs.search.pieces import Pieces, encoded, sealed, tag

from .published import unsealed


def pieces(**changes: object) -> Pieces:
    """Nine pieces in groups of four, and two of another family."""
    made = Pieces({"d": 4, "t": 4})
    for place in range(9):
        made.put("d", place, changes.get(f"d{place}", {"place": place}))
    for place in range(2):
        made.put("t", place, [place])
    return made


def names(made: Pieces) -> dict[str, str]:
    """The tag of each piece, by its path without it."""
    return {path.rpartition("-")[0]: path[-13:-5] for path, _ in made.files("search/fi")}


def test_a_sealed_file_is_json_that_says_its_sum() -> None:
    content = {"name": "Mänttä \N{GRINNING FACE}", "gaps": [1, 2]}
    file = sealed(encoded(content))
    sum_, payload = json.loads(file)

    assert payload == unsealed(file) == content
    assert file[:12] == f'["{sum_}",'.encode()
    assert int(sum_, 16) == zlib.crc32(encoded(content).encode())
    assert b" " not in encoded([1, {"a": None}]).encode()


@pytest.mark.parametrize("at", [2, 9, 12, 20, -2])
def test_a_seal_breaks_with_any_byte(at: int) -> None:
    file = bytearray(sealed(encoded({"name": "Oulu", "gaps": [1, 2]})))
    file[at] ^= 1

    with pytest.raises((AssertionError, ValueError)):
        unsealed(bytes(file))


def test_a_tag_is_the_beginning_of_sha_256() -> None:
    assert tag("abc") == "ba7816bf"


def test_a_change_renames_its_group_only() -> None:
    before, after = names(pieces()), names(pieces(d5={"place": 50}))
    renamed = {path.rpartition("/")[2] for path in before if before[path] != after[path]}

    assert before.keys() == after.keys()
    assert renamed == {"d4", "d5", "d6", "d7"}


def test_a_group_has_one_tag_from_all_its_pieces() -> None:
    made = pieces()
    expected = "\n".join(f'{place} {{"place":{place}}}' for place in range(4, 8))

    assert made.tags("d") == [tag(expected) if at == 1 else each for at, each in enumerate(made.tags("d"))]
    assert len(set(made.tags("d"))) == 3 and len(made.tags("t")) == 1
    assert [names(made)[f"search/fi/d{place}"] for place in range(9)] == [
        made.tags("d")[place // 4] for place in range(9)
    ]


def test_contents_that_change_places_change_names() -> None:
    assert pieces(d0={"place": 1}, d1={"place": 0}).tags("d")[0] != pieces().tags("d")[0]


def test_a_group_without_pieces_has_no_tag() -> None:
    made = Pieces({"d": 4})
    made.put("d", 0, [])
    made.put("d", 8, [])

    assert made.tags("d")[1] == "" and all(made.tags("d")[::2])
    assert Pieces({"d": 4}).tags("d") == []


def test_a_pack_has_a_slot_of_one_size_for_each_piece_of_a_group() -> None:
    made = Pieces({"d": 4}, packed=True)
    for place in (0, 2, 3, 9):
        made.put("d", place, {"place": "n" * 7 * place, "name": f"Ä{place}"})
    files = dict(made.files("search/fi"))
    slots, tags = made.slots("d"), made.tags("d")
    pack = files[f"search/fi/d-0-{tags[0]}.bin"]
    members = [pack[at * slots[0] : (at + 1) * slots[0]] for at in range(3)]
    sizes = [int.from_bytes(member[:3], "little") for member in members]

    assert len(files) == 2 and len(pack) == 3 * slots[0]
    assert slots == [max(sizes) + 3, 0, len(files[f"search/fi/d-2-{tags[2]}.bin"])]
    assert [
        json.loads(zlib.decompress(member[3 : size + 3]))["name"] for member, size in zip(members, sizes, strict=True)
    ] == [*("Ä0", "Ä2", "Ä3")]
    assert all(set(member[size + 3 :]) <= {0} for member, size in zip(members, sizes, strict=True))


def test_packs_change_names_as_groups_do() -> None:
    plain, packed = pieces(), pieces()
    packed.packed = True

    assert packed.tags("d") == plain.tags("d")
    assert plain.slots("d") == []
