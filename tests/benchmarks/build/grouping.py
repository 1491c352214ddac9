"""The lists, grouped before Hugo begins: which provider stands on which, with which price. Its templates then filter nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from provider_directory.catalogue.catalogue import Catalogue, gather
from provider_directory.catalogue.offers import Offer
from provider_directory.catalogue.status import ListingStatus
from provider_directory.model import LANGUAGES
from provider_directory.problems import RecordsInvalid, errors
from provider_directory.records.checked import checked_records, context_of
from provider_directory.settings import read_settings, settings_file
from provider_directory.views.links import PLACES, Links
from provider_directory.views.wording import alphabetical

Words = dict[str, dict[str, str]]
"""By language."""


class Grouping:
    """What Hugo is told besides the records, as pages.json."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.records = catalogue.records
        self.links = {language: Links(self.records, language) for language in LANGUAGES}

    def data(self) -> dict[str, Any]:
        """Everything."""
        return {
            "menu": [self.place(name) for name in ("search", "municipalities", "services", "vouchers", "events")],
            "providers_below": {language: links.place("providers") for language, links in self.links.items()},
            "names": {
                "municipalities": {key: self.municipality(key) for key in self.records.municipalities},
                "services": {key: self.service(key) for key in self.records.services},
                "lists": dict(self.vouchers()) | dict(self.registers()),
            },
            "providers": dict(self.providers()),
            "lists": list(self.lists()),
        }

    def place(self, name: str) -> Words:
        """An entry of the menu."""
        return {language: {"name": steps, "url": f"/{language}/{steps}/"} for language, steps in PLACES[name].items()}

    def municipality(self, key: str) -> Words:
        """A municipality's name and address."""
        name = self.records.municipalities[key].record.name
        return {
            language: {"name": name.read(language), "url": links.municipality(key)}
            for language, links in self.links.items()
        }

    def service(self, key: str) -> Words:
        """A service's name and address."""
        name = self.records.services[key].record.name
        return {
            language: {"name": name.read(language), "url": links.service(key)} for language, links in self.links.items()
        }

    def vouchers(self) -> Iterator[tuple[str, Words]]:
        """Each voucher's name, address and organiser."""
        for key, entry in self.records.vouchers.items():
            organiser = self.catalogue.organiser_of(entry).record.name
            yield (
                f"voucher {key}",
                {
                    language: {
                        "name": entry.title(language),
                        "url": links.voucher(key),
                        "organiser": organiser.read(language),
                    }
                    for language, links in self.links.items()
                },
            )

    def registers(self) -> Iterator[tuple[str, Words]]:
        """Each register's name, address and organiser."""
        for key, entry in self.records.registers.items():
            organiser = self.records.organisers[entry.record.organiser].record.name
            yield (
                f"register {key}",
                {
                    language: {
                        "name": entry.record.name.read(language),
                        "url": links.register(key),
                        "organiser": organiser.read(language),
                    }
                    for language, links in self.links.items()
                },
            )

    def providers(self) -> Iterator[tuple[str, list[dict[str, Any]]]]:
        """The providers that have a page, with the listings shown there, by their places in the record."""
        for key, listings in self.catalogue.listings_by_provider.items():
            if self.catalogue.provider_status(key) is not ListingStatus.SUSPENDED:
                yield (
                    key,
                    [
                        {
                            "number": listing.number,
                            "list": f"{'voucher' if listing.voucher else 'register'} {listing.list_key}",
                            "service": listing.services[0],
                        }
                        for listing in listings
                        if listing.choosable
                    ],
                )

    def lists(self) -> Iterator[dict[str, Any]]:
        """Every list: of a service in a municipality, of a service, and of the services in a municipality."""
        pairs = sorted(self.catalogue.offers_by_list.items())
        numbers = gather((municipality, number) for number, ((municipality, _), _) in enumerate(pairs))
        by_service = gather((service, number) for number, ((_, service), _) in enumerate(pairs))
        for (municipality, service), offers in pairs:
            yield {"kind": "list", "words": self.pair(municipality, service), "offers": rows(offers)}
        for key in sorted(self.records.services):
            offers = self.catalogue.offers_by_service.get(key, ())
            yield {
                "kind": "list",
                "words": titled(self.service(key)),
                "offers": rows(offers),
                "places": by_service.get(key),
            }
        for entry in self.catalogue.municipalities:
            yield {"kind": "list", "words": titled(self.municipality(entry.key)), "places": numbers.get(entry.key)}

    def pair(self, municipality: str, service: str) -> Words:
        """The title and address of the list of one service in one municipality."""
        place, what = self.municipality(municipality), self.service(service)
        return {
            language: {
                "title": f"{what[language]['name']}: {place[language]['name']}",
                "url": links.approved_list(municipality, service),
            }
            for language, links in self.links.items()
        }


def titled(words: Words) -> Words:
    """A name as a title."""
    return {language: {"title": each["name"], "url": each["url"]} for language, each in words.items()}


def rows(offers: Iterable[Offer]) -> list[dict[str, Any]]:
    """A row for each provider and service, by name, with the places of its prices in the record."""
    found = gather(((offer.provider.key, offer.service), offer) for offer in offers)
    ordered = sorted(found.items(), key=lambda each: alphabetical(each[1][0].provider.record.name))
    return [
        {
            "provider": provider,
            "service": service,
            "prices": [
                [offer.listing.number, offer.listing.record.prices.index(offer.price)] for offer in own if offer.price
            ],
        }
        for (provider, service), own in ordered
    ]


def write_grouping(project: Path, file: Path) -> None:
    """Write pages.json of a project. Raises RecordsInvalid."""
    settings = read_settings(settings_file(project))
    records, problems = checked_records(settings.root, context_of(settings))
    if errors(problems):
        raise RecordsInvalid(errors(problems))
    catalogue = Catalogue(records=records, as_of=settings.as_of, closing_days=settings.closing_days)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(Grouping(catalogue).data(), ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    import sys

    write_grouping(Path(sys.argv[1]), Path(sys.argv[2]))
