"""One language's edition of the site: the catalogue, the words and the addresses that its views are made with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ..catalogue.catalogue import Catalogue
from ..model import LANGUAGES
from ..records.collections import Entry, Records
from ..records.schema.organiser import Organiser
from ..settings import Settings
from .data_tables import DataTable
from .links import Links, file_of
from .list_links import ListKey, list_links
from .page import Alternate, Crumb, Feed, Frame, Page
from .prose import Html, json_in_html
from .wording import Wording

ENDONYMS = {"fi": "Suomi", "sv": "Svenska", "en": "English"}

Address = Callable[[Links], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """Everything a view module needs to make its pages in one language."""

    catalogue: Catalogue
    settings: Settings
    wording: Wording
    assets: str
    """Where the theme's static files stand, without a slash at the end."""
    search_index: str = ""
    """The address of this language's search index."""
    price_rules: str = ""
    """The address of this language's price rules."""
    data: tuple[DataTable, ...] = ()
    """What there is of open data."""
    integrity: str = ""
    """What the script that shows lists on other sites must hash to, as its integrity attribute says it."""

    @property
    def language(self) -> str:
        """The language of this edition."""
        return self.wording.language

    @property
    def records(self) -> Records:
        """What people wrote."""
        return self.catalogue.records

    @property
    def links(self) -> Links:
        """The addresses of this language."""
        return Links(self.records, self.language)

    def page(
        self,
        kind: str,
        view: Any,
        *,
        title: str,
        description: str,
        address: Address,
        trail: Sequence[tuple[str, str]] = (),
        heading: str | None = None,
        json_ld: Sequence[dict[str, Any]] = (),
        noindex: bool = False,
        redirect: str | None = None,
        feeds: Sequence[Feed] = (),
        template: str | None = None,
        listed: ListKey | None = None,
    ) -> Page:
        """A page of this edition.

        address gives the page's own address in any language; trail is the way here as (label, address), without the
        front page and the page itself; json_ld are schema.org objects besides the breadcrumbs; listed names the list that
        the page is of, where other sites may show it.
        """
        url = address(self.links)
        crumbs = self.breadcrumbs(trail, heading or title) if url != self.links.home() else ()
        return Page(
            path=file_of(url),
            template=template or f"{kind}.html",
            view=view,
            frame=Frame(
                kind=kind,
                language=self.language,
                title=title,
                heading=heading or title,
                description=shorten(description, 160),
                url=url,
                canonical=self.absolute(redirect or url),
                alternates=self.alternates(address),
                breadcrumbs=crumbs,
                json_ld=self.structured(crumbs, json_ld),
                noindex=noindex,
                day="fixed" if self.settings.day_is_fixed else "real",
                notice=self.example_notice(),
                built_words=self.built_words() if url == self.links.home() else None,
                prices=self.price_rules,
                redirect=redirect,
                feeds=tuple(feeds),
                list=list_links(self.links, self.settings, listed) if listed else None,
            ),
        )

    @property
    def site_name(self) -> str:
        """The site's name in this language."""
        return self.settings.site_name.get(self.language) or self.settings.site_name["fi"]

    def absolute(self, url: str) -> str:
        """An address with the host, where the host is known."""
        return self.settings.site_url + url

    def alternates(self, address: Address) -> tuple[Alternate, ...]:
        """The page in every language, Finnish first."""
        return tuple(
            Alternate(
                language=language,
                hreflang=language,
                label=ENDONYMS[language],
                url=(url := address(Links(self.records, language))),
                absolute=self.absolute(url),
                current=language == self.language,
            )
            for language in LANGUAGES
        )

    def breadcrumbs(self, trail: Sequence[tuple[str, str]], here: str) -> tuple[Crumb, ...]:
        """The way from the front page to here."""
        home = Crumb(label=self.wording.say("Front page"), url=self.links.home())
        steps = (Crumb(label=label, url=url) for label, url in trail)
        return (home, *steps, Crumb(label=here, url=None))

    def structured(self, crumbs: Sequence[Crumb], objects: Sequence[dict[str, Any]]) -> Html:
        """JSON-LD for the page, safe inside a script element."""
        items = [
            {
                "@type": "ListItem",
                "position": number,
                "name": crumb.label,
                **({"item": {"@id": self.absolute(crumb.url)}} if crumb.url else {}),
            }
            for number, crumb in enumerate(crumbs, 1)
        ]
        trail = [{"@type": "BreadcrumbList", "itemListElement": items}] if items else []
        return json_in_html({"@context": "https://schema.org", "@graph": [*objects, *trail]})

    def example_notice(self) -> str | None:
        """What an example site says on every page."""
        if not self.settings.example:
            return None
        return self.wording.say("Example site. Its providers are invented.")

    def built_words(self) -> str:
        """On which day everything on the site was true."""
        return self.wording.say(
            "Everything on this site was true on {day}.", day=self.wording.day(self.catalogue.as_of)
        )

    def municipality(self, key: str) -> str:
        """A municipality's name."""
        return self.records.municipalities[key].record.name.read(self.language)

    def in_municipality(self, key: str) -> str:
        """'Ylöjärvellä'; the plain name after a colon where the inflected form is not recorded."""
        record = self.records.municipalities[key].record
        return self.wording.read(record.locative) or record.name.read(self.language)

    def service(self, key: str) -> str:
        """A service's name."""
        return self.records.services[key].record.name.read(self.language)

    def organiser(self, entry: Entry[Organiser]) -> str:
        """An organiser's name."""
        return entry.record.name.read(self.language)


def shorten(text: str, limit: int) -> str:
    """A text of at most limit characters, cut between words."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return line[: limit - 1].rsplit(" ", 1)[0].rstrip(",.;:–") + "…"
