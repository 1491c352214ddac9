"""Programs that use open data and run as they stand, for people who want to begin."""

from __future__ import annotations

from collections.abc import Iterator

from .edition import Edition

LOCAL = "http://127.0.0.1:8000"
"""Where `make serve` shows a site that has no address yet."""


def examples(edition: Edition) -> Iterator[tuple[str, str]]:
    """Programs that run as they stand."""
    say, site = edition.wording.say, edition.settings.site_url or LOCAL
    yield (
        say("Cheapest home care an hour, with Python and nothing else"),
        f"""\
import csv, io, urllib.request

address = "{site}/data/prices.csv"
with urllib.request.urlopen(address) as answer:
    rows = list(csv.DictReader(io.TextIOWrapper(answer, "utf-8", newline="")))
hours = [row for row in rows if row["service"] == "home-care" and row["unit"] == "hour"]
for row in sorted(hours, key=lambda row: float(row["price"]))[:5]:
    print(row["price"], "EUR", row["provider"])
""",
    )
    yield (
        say("Who is approved for which voucher, on the command line"),
        f"""\
curl -s {site}/data/listings.ndjson |
  jq -r 'select(.status == "current" and .voucher != null) | [.voucher, .provider] | @tsv'
""",
    )
    yield (
        say("Fetch every file and check that it is whole"),
        f"""\
import hashlib, json, pathlib, urllib.request

def fetched(path):
    with urllib.request.urlopen("{site}/data/" + path) as answer:
        data = answer.read()
    place = pathlib.Path("data", path)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    return data

for file in json.loads(fetched("datapackage.json"))["resources"]:
    found = "sha256:" + hashlib.sha256(fetched(file["path"])).hexdigest()
    print("whole" if found == file["hash"] else "DAMAGED", file["path"])
""",
    )
