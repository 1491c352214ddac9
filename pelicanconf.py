"""Every setting of the directory, one comment each. publishconf.py adds what differs when publishing."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent

# Where content/, providers/ and theme/ are.
DIRECTORY_ROOT = str(ROOT)

# The site's name in each language.
DIRECTORY_NAME = {
    "fi": "Palveluseteliopas",
    "sv": "Servicesedelguiden",
    "en": "Service voucher guide",
}

# The day everything is true on: year-month-day, or "today" (in Finland). The environment's AS_OF wins.
# The example site stands on the day of its sources, so that nothing in it has run out.
AS_OF = "2018-08-10"

# Every page says that it is an example. Leave out on a real site.
DIRECTORY_EXAMPLE = True

# A listing that ends within so many days is told as about to expire.
LISTING_EXPIRING_DAYS = 60

# A listing that nobody has checked for so many months is told as unverified.
LISTING_VERIFIED_MONTHS = 12

# A voucher that closes within so many days is shown as closing.
VOUCHER_CLOSING_DAYS = 90

# Browsers say that the site is old when it was built more than so many days ago.
SITE_STALE_DAYS = 14

# A page lists at most so many providers; a longer list is cut, by letter or by municipality.
LIST_LONGEST = 300

# Feeds tell of the changes of so many days, and of so many changes at most.
CHANGES_DAYS = 730
CHANGES_LONGEST = 100

# Feeds learn from git what changed in the records. Where these have no git history (or not all of it), a build writes what it
# knows to feeds/state.json, and the next one reads it from this folder: "" stands for the output folder.
CHANGES_FROM = ""

# Under which licence the files of open data may be used: "CC-BY-4.0" (say whose they are) or "CC0-1.0" (no condition).
DATA_LICENCE = "CC-BY-4.0"

# Every list for other sites is also published as these: "shtml", plain HTML for server-side includes; "csv" and "xlsx", for
# spreadsheets; "pdf", for paper, which takes ten times as long to make as the others together. Each adds a file for every list in
# each language (of 308 municipalities with 2,000 providers some 9,100): leave out what nobody asks for, or what your host has no room for.
LIST_FILES = ["shtml", "csv", "xlsx", "pdf"]

# Scripts are published in few small files. False publishes them as they are written, to look for a fault in a browser.
SCRIPTS_BUNDLED = True

# Files that a server sends compressed stand compressed beside themselves: "gz", or "gz br" with the package brotli. nginx and Apache
# take them as they are (README, "Put it on a server"); hosts and stores that compress by themselves need none. The environment's
# FILES_COMPRESSED wins.
FILES_COMPRESSED = ""

# So many processes make the site together; 0: as many as the machine works with at once. The site is the same, however many.
WORKERS = 0

# Where a Dask scheduler is, as "dask://host:port": its workers make the site together instead, on any machines that share the
# folders (see the README of the package). The environment's DIRECTORY_EXECUTOR wins.
DIRECTORY_EXECUTOR = ""

# The namespace of identifiers in HSDS (UUID version 5). Give a real site its own, once, and keep it for ever: with another one, every
# identifier is another. Made with: python3 -c "import uuid; print(uuid.uuid4())"
DIRECTORY_NAMESPACE = "1a468dbf-fe40-4fc9-802f-510af3323828"

# Where the site will stand; empty makes links that work anywhere at the root of a host.
SITEURL = ""

# Pelican: our plugin makes every page, so its own readers and writers have nothing to do.
PLUGIN_PATHS = [str(ROOT / "plugins")]
PLUGINS = ["provider_directory"]
PATH = "content"
OUTPUT_PATH = "output"
THEME = str(ROOT / "theme")
TIMEZONE = "Europe/Helsinki"
DEFAULT_LANG = "fi"
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
ARCHIVES_SAVE_AS = AUTHORS_SAVE_AS = AUTHOR_SAVE_AS = CATEGORIES_SAVE_AS = CATEGORY_SAVE_AS = ""
TAGS_SAVE_AS = TAG_SAVE_AS = ARTICLE_SAVE_AS = PAGE_SAVE_AS = DRAFT_SAVE_AS = INDEX_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

# The press removes what is no longer made; Pelican must not empty the folder before the records are checked.
DELETE_OUTPUT_DIRECTORY = False
CACHE_CONTENT = False
