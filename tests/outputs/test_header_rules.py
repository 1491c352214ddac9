"""Rules of headers: what is refused because a server would read it as something else, whom a rule concerns, what hosts are told."""

from __future__ import annotations

import re

import pytest

from provider_directory.outputs.header_rules import HeaderRule, is_plain, overruled, policy
from provider_directory.outputs.headers import EVERYWHERE, block, text
from provider_directory.publish.headers import read_headers


def test_a_policy_lets_in_nobody_unless_it_is_told() -> None:
    allowed = policy(frame_ancestors=("https://www.example.fi", "https://*.example.org:8443"))

    assert policy().endswith("; frame-ancestors 'none'")
    assert allowed == policy().replace(
        "frame-ancestors 'none'", "frame-ancestors https://www.example.fi https://*.example.org:8443"
    )


@pytest.mark.parametrize(
    "source", ["", "*;script-src *", "https://a.fi,https://b.fi", "https://a.fi https://b.fi", "å", "a\n"]
)
def test_a_source_cannot_begin_something_else(source: str) -> None:
    with pytest.raises(ValueError, match="frame-ancestors of a content security policy cannot be"):
        policy(frame_ancestors=("'self'", source))


def test_a_policy_names_somebody() -> None:
    with pytest.raises(ValueError, match="cannot be"):
        policy(frame_ancestors=())


@pytest.mark.parametrize(
    "path", ["/", "/*", "/fi/", "/fi/upota/*", "/data/*.json", "/a-b_c~d/e.f", "/.well-known/x", "/fi/a..b/"]
)
def test_a_plain_path_is_taken(path: str) -> None:
    assert is_plain(path)


@pytest.mark.parametrize(
    "path",
    [
        *("", "fi/", "//evil.example", "/fi//x", "/..", "/../x", "/fi/..", "/fi/../x", "/./x", "/fi/.", "/*/x/*"),
        *("/a b", '/a"', "/a;b", "/a{b", "/a$b", "/a\\b", "/a\nb", "/å", "/%2e%2e/", "/a:b", "/a#b", "/a?b", "/(a)"),
    ],
)
def test_a_path_that_could_be_read_otherwise_is_refused(path: str) -> None:
    assert not is_plain(path)
    with pytest.raises(ValueError, match="no path that headers can be given to"):
        HeaderRule(path, {"X-A": "1"})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *[("X-A", value) for value in ("", 'a"b', "a$b", "a\\b", "a`b", "a\nX-B: c", "a\rb", "ä", "a\tb")],
        *[(name, "1") for name in ("", "X A", "X:A", "X-A\n", "1", "X_A", 'X"')],
    ],
)
def test_a_header_that_could_be_read_otherwise_is_refused(name: str, value: str) -> None:
    with pytest.raises(ValueError, match="A header cannot be"):
        HeaderRule("/*", {name: value})


@pytest.mark.parametrize(
    ("path", "fitting", "others"),
    [
        ("/*", ["/", "/fi/"], []),
        ("/fi/upota/*", ["/fi/upota/", "/fi/upota/a/b"], ["/fi/upota", "/fi/upotax", "/sv/fi/upota/"]),
        ("/fi/a/", ["/fi/a/", "/fi/a/index.html"], ["/fi/a/b/", "/fi/a/indexAhtml"]),
        ("/fi/day.js", ["/fi/day.js"], ["/fi/dayxjs", "/fi/day.json"]),
        ("/data/*.json", ["/data/a.json", "/data/a/b.json"], ["/data/a.jsonx", "/data/ajson"]),
    ],
)
def test_a_pattern_fits_as_an_expression_what_it_says(path: str, fitting: list[str], others: list[str]) -> None:
    expression = re.compile(HeaderRule(path, {"X-A": "1"}).expression)

    assert [each for each in [*fitting, *others] if expression.search(each)] == fitting


def test_a_rule_overrules_what_an_earlier_one_says_of_the_same_paths() -> None:
    rules = (
        HeaderRule("/*", {"X-A": "1", "X-B": "1"}),
        HeaderRule("/theme/*", {"X-C": "1"}),
        HeaderRule("/prices/*", {"X-C": "2"}),
        HeaderRule("/theme/a/*", {"X-A": "2", "X-C": "3"}),
    )

    assert [names for _, names in overruled(rules)] == [[], [], [], ["X-A", "X-C"]]


OWN = policy(frame_ancestors=("https://www.example.fi",))


def written(number: int) -> str:
    """The file of a site that has so many rules besides one for everything."""
    more = (HeaderRule(f"/fi/upota/{each:03}/*", {"Content-Security-Policy": OWN}) for each in range(number))
    return text([HeaderRule("/*", EVERYWHERE), *more])


def test_a_rule_that_says_otherwise_has_cloudflare_drop_what_was_said_before() -> None:
    told = written(1)

    assert told.endswith(f"\n/fi/upota/000/*\n  ! Content-Security-Policy\n  Content-Security-Policy: {OWN}\n")
    assert told.count("  ! ") == 1
    assert dict(read_headers(told).of("/fi/upota/000/x/"))["Content-Security-Policy"] == OWN
    assert dict(read_headers(told).of("/fi/upota/"))["Content-Security-Policy"] == policy()


def test_what_cloudflare_would_not_take_is_left_out_and_said() -> None:
    told = written(120)
    paths = [line for line in told.splitlines() if line.startswith("/")]

    assert len(paths) == 100 and paths[0] == "/*"
    assert told.endswith("\n# Cloudflare takes 100 rules. Left out: 21, from /fi/upota/099/* on.\n")
    assert max(map(len, told.splitlines())) < 2000


def test_a_block_is_a_path_and_its_headers() -> None:
    assert block(HeaderRule("/a/*", {"X-A": "1", "X-B": "2"}), ["X-B"]) == "/a/*\n  ! X-B\n  X-A: 1\n  X-B: 2\n"
