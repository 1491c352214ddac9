"""An edition of a small project, in plain English: the site's own texts as they stand in the code."""

from __future__ import annotations

from datetime import date

from babel.support import Translations

from provider_directory.press.rendering import rendered
from provider_directory.settings import Settings
from provider_directory.views.edition import Edition
from provider_directory.views.page import Page
from provider_directory.views.wording import Wording
from tests.conftest import ROOT
from tests.records.project import DAY, Project


def edition_of(project: Project, day: date = DAY, list_longest: int = 300) -> Edition:
    """The English edition on a day, of a site whose pages list at most so many providers."""
    return Edition(
        catalogue=project.catalogue(day),
        settings=Settings(
            root=project.root,
            theme=ROOT / "theme",
            output=project.root / "output",
            as_of=day,
            site_name={"fi": "Opas", "en": "Guide"},
            list_longest=list_longest,
        ),
        wording=Wording("en", Translations()),
        assets="/theme",
    )


def html(edition: Edition, *pages: Page) -> str:
    """Pages through the site's own templates, one after the other."""
    return "".join(content.decode() for _, content in rendered(edition, pages, ROOT / "theme" / "templates"))
