"""hsds/: services, organizations, places at which services are given, and the taxonomy, in pages that do not shift."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import LANGUAGES
from ...views.edition import Edition
from .identity import ids_of
from .organizations import listed_provider, organisers
from .paging import page
from .programs import programs
from .services import services
from .taxonomy import taxonomy, terms
from .texts import Thing
from .totals import TOTALS, totals

Made = tuple[str, bytes]


def subjects(edition: Edition) -> Iterator[tuple[str, str]]:
    """Every portion of the providers, with how many there are; once for all languages."""
    if edition.language == LANGUAGES[0]:
        number = len(edition.catalogue.told_providers)
        yield from ((str(each), str(number)) for each in edition.catalogue.told_providers)


def files(edition: Edition, subject: tuple[str, str]) -> Iterator[Made]:
    """The pages that one portion of the providers fills; organisers stand on the first."""
    number, pages = map(int, subject)
    ids, catalogue = ids_of(edition.settings.namespace), edition.catalogue
    total = {name: catalogue.worked_out(TOTALS, totals)[name] for name in LISTS}
    lists: dict[str, list[Thing]] = {name: [] for name in LISTS}
    if number == 1:
        lists["organizations"] += organisers(edition, ids)
    for key in catalogue.told_providers[number]:
        if key in catalogue.offers_by_provider:
            entry = catalogue.records.providers[key]
            lists["organizations"].append(listed_provider(edition, ids, entry))
            for service, places in services(edition, ids, entry):
                lists["services"].append(service)
                lists["service_at_locations"] += places
    for name, contents in lists.items():
        yield page(name, number, pages, total[name], contents)


LISTS = ("organizations", "services", "service_at_locations")
"""Those that grow with the directory."""


def shared_files(edition: Edition, _: None) -> Iterator[Made]:
    """What all services share, each list on one page: the taxonomy, its terms, and the programs."""
    ids = ids_of(edition.settings.namespace)
    lists = {
        "taxonomies": [taxonomy(ids)],
        "taxonomy_terms": list(terms(edition, ids)),
        "programs": list(programs(edition, ids)),
    }
    for name, contents in lists.items():
        yield page(name, 1, 1, len(contents), contents)
