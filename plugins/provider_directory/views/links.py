"""Every address of the site, by language. Nothing else in the project spells one."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import LANGUAGES, slug
from ..records.collections import Records
from ..records.schema.shared import PageKind

PLACES = {
    "search": {"fi": "haku", "sv": "sok", "en": "search"},
    "municipalities": {"fi": "kunnat", "sv": "kommuner", "en": "municipalities"},
    "services": {"fi": "palvelut", "sv": "tjanster", "en": "services"},
    "vouchers": {"fi": "palvelusetelit", "sv": "servicesedlar", "en": "vouchers"},
    "registers": {"fi": "rekisterit", "sv": "register", "en": "registers"},
    "events": {"fi": "tilaisuudet", "sv": "evenemang", "en": "events"},
    "providers": {"fi": "tuottajat", "sv": "producenter", "en": "providers"},
    "by-letter": {"fi": "tuottajat-aakkosittain", "sv": "producenter-alfabetiskt", "en": "providers-by-letter"},
    "organisers": {"fi": "jarjestajat", "sv": "anordnare", "en": "organisers"},
    "for-providers": {"fi": "tuottajalle", "sv": "for-producenter", "en": "for-providers"},
    "pages": {"fi": "tietoja", "sv": "om", "en": "about"},
    "compare": {"fi": "vertailu", "sv": "jamforelse", "en": "compare"},
    "api": {"fi": "rajapinta", "sv": "granssnitt", "en": "api"},
    "open-data": {"fi": "avoin-data", "sv": "oppna-data", "en": "open-data"},
    "patterns": {"fi": "mallit", "sv": "monster", "en": "patterns"},
    "embed": {"fi": "upota", "sv": "badda-in", "en": "embed"},
}
"""The first step of an address, in the language of the reader."""

DESK = {"fi": "tyopoyta", "sv": "arbetsbord", "en": "desk"}
"""The step below an organiser's address where its desk is."""

EVERYBODY = {"fi": "kaikki", "sv": "alla", "en": "all"}
"""The step in place of an organiser's, for lists that are no one organiser's."""

LIST_FILE = {"fi": "lista", "sv": "lista", "en": "list"}
"""How the files of a list for other sites are named, before their endings."""

LETTERS = {
    "Å": dict.fromkeys(LANGUAGES, "aa"),
    "Ä": dict.fromkeys(LANGUAGES, "ae"),
    "Ö": dict.fromkeys(LANGUAGES, "oe"),
    "#": {"fi": "muut", "sv": "ovriga", "en": "others"},
}
"""The steps of those letters that an address does not have as they are."""


FILES = {
    "changes": {"fi": "muutokset.atom", "sv": "andringar.atom", "en": "changes.atom"},
    "events": {"fi": "tilaisuudet.ics", "sv": "evenemang.ics", "en": "events.ics"},
}
"""The names of files that stand beside a page and tell of what it is about."""


@dataclass(frozen=True, slots=True)
class Links:
    """The addresses of one language, from the root of the host."""

    records: Records
    language: str

    def home(self) -> str:
        """The front page."""
        return f"/{self.language}/"

    def place(self, name: str, *steps: str) -> str:
        """An address below one of the site's places."""
        return "/".join((f"/{self.language}", PLACES[name][self.language], *steps, ""))

    def municipality(self, key: str) -> str:
        """A municipality."""
        return self.place("municipalities", self.municipality_slug(key))

    def approved_list(self, municipality: str, service: str, sheet: int = 1) -> str:
        """The list of one service in one municipality, or a further sheet of a long one."""
        steps = (self.municipality_slug(municipality), self.service_slug(service), *([str(sheet)] if sheet > 1 else []))
        return self.place("municipalities", *steps)

    def service(self, key: str) -> str:
        """A service."""
        return self.place("services", self.service_slug(key))

    def voucher(self, key: str) -> str:
        """A voucher; its key already holds the organiser."""
        return self.place("vouchers", *key.split("/"))

    def former_voucher(self, organiser: str, name: str) -> str:
        """The page that leads from a voucher's former name to its present one."""
        return self.place("vouchers", organiser, slug(name))

    def register(self, key: str) -> str:
        """A register; its key already holds the organiser."""
        return self.place("registers", *key.split("/"))

    def event(self, key: str) -> str:
        """An event."""
        return self.place("events", key)

    def provider(self, key: str) -> str:
        """A provider."""
        return self.place("providers", key)

    def letter(self, letter: str, sheet: int = 1) -> str:
        """A sheet of the providers whose names begin with a letter; "#" stands for those that begin with none."""
        steps = (LETTERS.get(letter, {}).get(self.language) or letter.lower(), *([str(sheet)] if sheet > 1 else []))
        return self.place("by-letter", *steps)

    def organiser(self, key: str) -> str:
        """An organiser."""
        return self.place("organisers", key)

    def desk(self, key: str) -> str:
        """An organiser's desk."""
        return self.place("organisers", key, DESK[self.language])

    def embed_folder(self, organiser: str) -> str:
        """Below which all lists for other sites stand that one organiser answers for; "" for those of no one organiser."""
        return self.place("embed", organiser or EVERYBODY[self.language])

    def embed(self, subject: tuple[str, ...]) -> str:
        """A list as a page inside others' pages; views/embed_lists.py says what there are."""
        kind, organiser, *keys = subject
        match kind:
            case "voucher" | "register":
                steps = [PLACES[f"{kind}s"][self.language], keys[0].partition("/")[2]]
            case "municipality" | "service":
                steps = [PLACES["municipalities"][self.language], self.municipality_slug(keys[0])]
                steps += [self.service_slug(key) for key in keys[1:]]
            case "events":
                steps = [PLACES["events"][self.language]]
            case _:
                steps = []
        return self.embed_folder(organiser) + "".join(f"{step}/" for step in steps)

    def embed_file(self, subject: tuple[str, ...], ending: str) -> str:
        """The same list as a file."""
        return f"{self.embed(subject)}{LIST_FILE[self.language]}.{ending}"

    def page(self, key: str) -> str:
        """An editorial page; the one about open data stands with the files it tells of."""
        if self.records.pages[key].record.kind is PageKind.OPEN_DATA:
            return self.place("open-data")
        return self.place("pages", key)

    def beside(self, page: str, name: str) -> str:
        """A file that stands beside a page: its changes as a feed, its events as a calendar."""
        return f"{page}{FILES[name][self.language]}"

    def event_file(self, key: str) -> str:
        """One event for a calendar."""
        return f"{self.event(key)}{key}.ics"

    def municipality_slug(self, key: str) -> str:
        """A municipality's step in an address, from its name in this language."""
        return slug(self.records.municipalities[key].record.name.read(self.language))

    def service_slug(self, key: str) -> str:
        """A service's step in an address, from its name in this language."""
        return slug(self.records.services[key].record.name.read(self.language))


def file_of(address: str) -> str:
    """The file under output/ that answers to an address."""
    return address.lstrip("/") + "index.html" if address.endswith("/") else address.lstrip("/")
