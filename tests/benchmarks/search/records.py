"""The same directory as the peers are given it: one plain record for each provider."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from provider_directory.outputs.search import SearchDirectory, SearchDocument

Record = dict[str, object]


def records(directory: SearchDirectory) -> Iterator[Record]:
    """What is searched, filtered and shown of each provider. Synonyms stay out: that makes the peers' indexes smaller."""
    choices = directory.vocabulary
    services = {each.key: each.label for each in choices.services}
    places = {each.key: each.label for each in choices.municipalities}
    origins = {each.key: each.label for each in choices.origins}
    units = {each.key: each.label for each in choices.units}
    for document in directory.documents:
        delivered = unique(key for offer in document.offers for key in offer.municipalities)
        offered = [services[offer.service] for offer in document.offers]
        yield {
            "url": document.url,
            "name": document.name,
            "services": " · ".join(unique([*offered, *(origins[offer.origin] for offer in document.offers)])),
            "places": " · ".join(unique([*(places[key] for key in delivered), *document.places])),
            "text": " ".join(document.descriptions),
            "summary": document.card.summary,
            "offers": [
                {
                    "service": offer.service,
                    "unit": offer.unit,
                    "cents": offer.price_cents,
                    "municipalities": offer.municipalities,
                    "words": f"{services[offer.service]} {offer.price} / {units.get(offer.unit or '', '')}",
                }
                for offer in document.offers
            ],
        }


def unique(texts: Iterator[str] | list[str]) -> list[str]:
    """Texts in their order, each once."""
    return list(dict.fromkeys(texts))


def write_records(directory: SearchDirectory, file: Path) -> None:
    """Write a line of JSON for each provider."""
    with file.open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records(directory))


def shown(document: SearchDocument) -> Record:
    """A provider as a result shows it, for the adapter that searches nothing."""
    return {"name": document.name, "summary": document.card.summary, "offers": [each.price for each in document.offers]}
