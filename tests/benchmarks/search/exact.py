"""Ask a large directory random combinations, and compare each answer with brute force.

    PYTHONPATH=plugins:. python -m tests.benchmarks.search.exact --providers 20000 --queries 1000

The tests do this with 300 providers in every layout; here the directory is as large as the layout is made for. Of each
answer the number found, the unit, the unsure, one choice of a facet and the first, last and some other pages are
compared, with their prices. Ends with 1 where one differs.
"""

from __future__ import annotations

import argparse
import sys
from base64 import b64encode
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

from provider_directory.outputs.search import SearchDirectory, index_of
from tests.benchmarks.search.browsing import chromium
from tests.outputs.search import generated
from tests.outputs.search.asking import Query, answer, count
from tests.outputs.search.serving import HOST, script

PAGES = 12
"""So many pages of an answer are looked at."""

TOGETHER = 200
"""So many files of an index are given to the page at once."""

FACETS_EVERY = 4
"""Of every so many queries one has a choice of a facet counted: that asks everybody once more."""

CHOICES = (("kind", "voucher"), ("service", "kukkura"), ("municipality", "nokila"), ("when", "night"), ("home", "1"))

judges_of: list[SearchDirectory] = []
"""The directory that a judge's process asks."""

CALLS = """
import { open } from '/js/search/engine.js'
import { queryFrom } from '/js/search/state.js'
let engine
const files = new Map()
window.given = (some) => {
  for (const [path, letters] of some) files.set(path, Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0)))
}
const fetcher = async (path, { headers = {} } = {}) => {
  const bytes = files.get(path)
  if (!bytes) return new Response('', { status: 404 })
  const [from, to] = (headers.Range ?? `0-${bytes.length}`).match(/\\d+/g).map(Number)
  return new Response(bytes.slice(from, to + 1), { status: headers.Range ? 206 : 200 })
}
window.opened = async (address, day) => { engine = await open(address, { day, fetcher }) }
window.asked = async (address, share) => {
  const query = { ...queryFrom(new URLSearchParams(address)), sort: 'price' }
  const first = await engine.search({ ...query, page: 1 })
  const { total, unit, open, pages, size } = first
  const facets = share === null ? null : (await first.facets)[share[0]][share[1]]
  const wanted = new Set([pages, ...Array.from({ length: PAGES }, (_, at) => 1 + Math.floor((at * pages) / PAGES))])
  const shown = []
  for (const page of [...wanted].filter((page) => page >= 1)) {
    const { hits } = page === 1 ? first : await engine.search({ ...query, page })
    for (const { provider, offers: [offer] } of hits) {
      const own = offer?.unit?.key ?? null
      shown.push([provider.key, own && own === unit?.key ? offer.price : null])
    }
  }
  return { total, unit: unit?.key ?? null, open, facets, shown, pages, size }
}
document.title = 'ready'
""".replace("PAGES", str(PAGES))


def main() -> int:
    parser = argparse.ArgumentParser(description=str(__doc__).split("\n", maxsplit=1)[0])
    parser.add_argument("--providers", type=int, default=20_000)
    parser.add_argument("--queries", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=11)
    given = parser.parse_args()
    searched = generated.directory(given.providers, seed=given.seed)
    addresses = generated.addresses(given.queries, seed=given.seed + 1)
    wrong = found = 0
    answers = list(told_by_browser(searched, addresses))
    with ProcessPoolExecutor(2, get_context("fork"), initializer=judges_of.append, initargs=(searched,)) as judges:
        judged = judges.map(told_by_judge, range(len(addresses)), addresses)
        for address, there, here in zip(addresses, answers, judged, strict=True):
            found += here["total"] > 0
            difference = differences(there, here)
            if difference:
                wrong += 1
                print(f"{address}: {difference}", flush=True)
    print(f"{given.providers:,} providers, {given.queries:,} queries, {found:,} found somebody: {wrong} wrong")
    return 1 if wrong else 0


def told_by_browser(searched: SearchDirectory, addresses: list[str]) -> Iterator[dict[str, Any]]:
    """What the scripts answer in Chromium, from the files as they are published."""
    index = index_of(searched)
    with chromium() as browser:
        page = browser.new_page()
        page.route(
            f"{HOST}/", lambda route: route.fulfill(content_type="text/html", body="<!doctype html><title>-</title>")
        )
        page.route(f"{HOST}/js/**", script)
        page.goto(f"{HOST}/")
        page.add_script_tag(type="module", content=CALLS)
        page.wait_for_function("document.title === 'ready'")
        files = [(f"/{path}", b64encode(content).decode()) for path, content in index.files]
        for first in range(0, len(files), TOGETHER):
            page.evaluate("(some) => given(some)", files[first : first + TOGETHER])
        page.evaluate("([address, day]) => opened(address, day)", [f"/{index.path}", generated.DAY.isoformat()])
        for number, address in enumerate(addresses):
            yield page.evaluate("([address, share]) => asked(address, share)", [address, facet_of(number)])


def told_by_judge(number: int, address: str) -> dict[str, Any]:
    """What brute force finds."""
    (searched,) = judges_of
    query = Query.of_address(address)
    here = answer(searched, query, generated.DAY)
    share = facet_of(number)
    return {
        "total": len(here.prices),
        "unit": here.unit,
        "open": here.open,
        "prices": here.prices,
        "facets": share and count(searched, query, generated.DAY, *share),
    }


def facet_of(number: int) -> tuple[str, str] | None:
    """The choice that is counted with a query."""
    return None if number % FACETS_EVERY else CHOICES[number // FACETS_EVERY % len(CHOICES)]


def differences(there: dict[str, Any], here: dict[str, Any]) -> str:
    """What an answer has wrong, in words, or nothing."""
    told = [
        f"{name} {there[name]}, not {here[name]}"
        for name in ("total", "unit", "open", "facets")
        if there[name] != here[name]
    ]
    shown = dict(there["shown"])
    told += [f"{key} at {price}" for key, price in shown.items() if here["prices"].get(key, "nothing") != price][:3]
    if len(shown) < len(there["shown"]) or len(shown) < min(here["total"], there["size"]):
        told.append(f"{len(there['shown'])} hits are {len(shown)} providers")
    return "; ".join(told)


if __name__ == "__main__":
    sys.exit(main())
