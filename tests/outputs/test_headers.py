"""_headers: within what Cloudflare takes, and read alike by those who add and those who replace."""

from __future__ import annotations

from provider_directory.outputs.header_rules import HeaderRule, policy
from provider_directory.outputs.headers import EVERYWHERE, block, text
from provider_directory.publish.headers import read_headers

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
