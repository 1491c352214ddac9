"""What is sent, kept and deleted, and in which order."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from provider_directory.publish.difference import Difference, difference
from provider_directory.publish.journal import read_journal
from provider_directory.publish.listing import list_of
from provider_directory.publish.notes import JOURNAL
from provider_directory.publish.standing import Standing


def standing(**known: object) -> Standing:
    """A target of which this is known."""
    nothing: dict[str, object] = {"published": {}, "before": {}, "arrived": {}, "doubtful": frozenset()}
    return Standing(is_unfinished=False, is_new=False, **{**nothing, **known})  # type: ignore[arg-type]


def found(wanted: Mapping[str, str], **known: object) -> Difference:
    """The difference, with everything in theme/ named after its contents."""
    return difference(wanted, standing(**known), lambda path: path.startswith("theme/"))


def test_a_page_is_sent_after_what_it_needs_and_before_what_leads_machines_to_it() -> None:
    paths = ("a.html", "b/index.html", "c.ics", "sitemap.xml", "feed.atom", "robots.txt", "theme/x.css", "data.json")
    wanted = dict.fromkeys(paths, "2")

    assert found(wanted, published={"a.html": "1"}).stages == (
        ("theme/x.css",),
        ("c.ics", "data.json"),
        ("b/index.html",),
        ("a.html",),
        ("feed.atom", "robots.txt", "sitemap.xml"),
    )


def test_a_compressed_file_is_sent_with_what_it_is_of() -> None:
    paths = ("a.html", "a.html.gz", "b.html", "b.html.br", "c.ics", "c.ics.gz", "sitemap.xml.gz", "theme/x.css.gz")

    assert found(dict.fromkeys(paths, "2"), published={"a.html": "1"}).stages == (
        ("theme/x.css.gz",),
        ("c.ics", "c.ics.gz"),
        ("b.html", "b.html.br"),
        ("a.html", "a.html.gz"),
        ("sitemap.xml.gz",),
    )


def test_what_is_there_is_not_sent() -> None:
    assert found({"a": "1", "b": "2"}, published={"a": "1", "b": "1"}).sent == ("b",)


def test_what_arrived_before_it_was_broken_off_is_not_sent_again_and_what_is_doubtful_is() -> None:
    wanted = {"a": "2", "b": "2", "c": "1"}
    known = found(wanted, published={"a": "1", "c": "1"}, arrived={"a": "2"}, doubtful={"b", "c"})

    assert (known.sent, known.arrived) == (("b", "c"), {"a": "2"})


def test_what_was_meant_to_be_sent_and_is_not_wanted_any_more_is_deleted() -> None:
    assert found({"a": "1"}, published={"a": "1"}, arrived={"b": "1"}, doubtful={"c"}).deleted == ("b", "c")


def test_what_is_named_after_its_contents_is_kept_until_the_next_site() -> None:
    first = found({"a": "2"}, published={"a": "1", "theme/1": "1"}, before={"theme/0": "0"})
    assert (first.kept, first.deleted) == ({"theme/1": "1"}, ("theme/0",))

    same = found({"a": "2"}, published={"a": "2"}, before={"theme/1": "1"})
    assert (same.kept, same.deleted) == ({"theme/1": "1"}, ())


def test_what_is_kept_is_not_sent_when_the_site_before_comes_back() -> None:
    back = found({"a": "1", "theme/1": "1"}, published={"a": "2", "theme/2": "2"}, before={"theme/1": "1"})

    assert (back.sent, back.kept, back.deleted) == (("a",), {"theme/2": "2"}, ())


def test_only_a_file_that_is_in_the_way_is_deleted_first() -> None:
    known = found({"a/b": "1", "c": "1"}, published={"a": "1", "c/d": "1", "e": "1"})

    assert (known.way, known.deleted) == (("a", "c/d"), ("a", "c/d", "e"))


def test_a_folder_goes_only_when_nothing_of_ours_is_left_in_it() -> None:
    assert found({"a/b/c": "1"}, published={"a/b/c": "1", "a/d/e": "1", "f/g": "1"}).emptied == ("a/d", "f")


FILES = st.dictionaries(
    st.sampled_from(("a.html", "b.html", "c.json", "theme/1", "theme/2", "theme/3")), st.sampled_from(("1", "2"))
)


@given(st.lists(st.tuples(FILES, st.integers(0, 20)), min_size=1, max_size=6), FILES)
def test_however_often_it_is_broken_off_the_last_one_makes_the_target_whole(
    runs: list[tuple[dict[str, str], int]], last: dict[str, str]
) -> None:
    """A target as a table: each run does the first so many steps of what it meant to do, and the last one all of them."""
    there: dict[str, str] = {}
    published: Mapping[str, str] = {}
    before: Mapping[str, str] = {}
    notes: dict[str, bytes] = {}
    hashes = {mark: mark * 64 for mark in ("1", "2")}
    for files, steps in [*runs, (last, 99)]:
        wanted = {path: hashes[mark] for path, mark in files.items()}
        entries, _ = read_journal(notes, "there")
        known = found(wanted, published=published, before=before, doubtful=frozenset(entries))
        certain = standing(published=published, before=before, doubtful=frozenset(entries)).certain
        assert certain.items() <= there.items()
        notes = {JOURNAL: list_of(known.journal(wanted, certain))}
        for path in known.sent[:steps]:
            there[path] = wanted[path]
        steps -= len(known.sent)
        if steps > 0:
            published, before = wanted, known.kept
        for path in known.deleted[: max(0, steps - 1)]:
            there.pop(path, None)
        if steps > len(known.deleted):
            notes = {}

    assert there == {**published, **before}
    assert published == {path: hashes[mark] for path, mark in last.items()}
