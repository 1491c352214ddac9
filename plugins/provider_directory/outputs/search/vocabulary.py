"""The words that choices are made with: services, municipalities, vouchers and registers, units, times, languages."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchService:
    """A service that can be chosen."""

    key: str
    label: str
    group: str = ""
    """The label of its group; it is found by these words too, with less weight."""

    url: str = ""
    """The page about it."""

    words: tuple[str, ...] = ()
    """Synonyms, former names and misspellings in use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchMunicipality:
    """A municipality that can be chosen."""

    key: str
    label: str
    url: str = ""
    """The page about it."""

    words: tuple[str, ...] = ()
    """Its names in other languages, former names, and inflected forms that no rule gives."""

    areas: tuple[str, ...] = ()
    """Names of the region and the county that it belongs to."""

    neighbours: tuple[str, ...] = ()
    """Keys of the municipalities next to it, offered when nothing is found here."""

    latitude: float | None = None
    """Of its middle, degrees north; distances are told from there."""

    longitude: float | None = None
    """Of its middle, degrees east."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchOrigin:
    """A voucher or a self-pay register: what an offer is made under."""

    key: str
    label: str
    url: str = ""
    """The page about it."""

    words: tuple[str, ...] = ()
    """Former names, aliases and misspellings in use."""

    services: tuple[str, ...] = ()
    """Keys of the services that it is planned for; of one that can be had, its offers say it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchKind:
    """A way to pay."""

    key: Literal["voucher", "self-pay"]
    label: str
    words: tuple[str, ...] = ()
    """Other ways to ask for it: "omakustanteinen"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchUnit:
    """A unit that prices or what one pays of them are told for."""

    key: str
    label: str
    """As it stands after a price: "tunti", "an hour"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchMoment:
    """A time of the week that a price can be for."""

    key: str
    label: str
    """As it stands in a list: "weekday evening"."""

    words: tuple[str, ...] = ()
    """How people ask for it: "öisin", "viikonloppuna". A word may be of several times."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchLanguage:
    """A language that providers serve in."""

    key: str
    """The language code."""

    label: str
    words: tuple[str, ...] = ()
    """Other ways to ask for it: "ruotsinkielinen"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchVocabulary:
    """Every choice there is, in the order in which choices are shown."""

    services: tuple[SearchService, ...] = ()
    municipalities: tuple[SearchMunicipality, ...] = ()
    origins: tuple[SearchOrigin, ...] = ()
    kinds: tuple[SearchKind, ...] = ()
    units: tuple[SearchUnit, ...] = ()
    moments: tuple[SearchMoment, ...] = ()
    languages: tuple[SearchLanguage, ...] = ()
