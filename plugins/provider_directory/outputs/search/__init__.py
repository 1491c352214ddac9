"""
The search of the directory: what is searched, and the index files that browsers search in.

README.md beside this file describes the index format and what a browser is asked and answers.
"""

from .documents import SearchCard, SearchDirectory, SearchDocument, SearchOffer, SearchPay, SearchTag, SearchTerms
from .faults import DirectoryFaulty
from .index import SearchIndex, files, index_of
from .memory import Memory
from .vocabulary import (
    SearchKind,
    SearchLanguage,
    SearchMoment,
    SearchMunicipality,
    SearchOrigin,
    SearchService,
    SearchUnit,
    SearchVocabulary,
)

__all__ = [
    "DirectoryFaulty",
    "Memory",
    "SearchCard",
    "SearchDirectory",
    "SearchDocument",
    "SearchIndex",
    "SearchKind",
    "SearchLanguage",
    "SearchMoment",
    "SearchMunicipality",
    "SearchOffer",
    "SearchOrigin",
    "SearchPay",
    "SearchService",
    "SearchTag",
    "SearchTerms",
    "SearchUnit",
    "SearchVocabulary",
    "files",
    "index_of",
]
