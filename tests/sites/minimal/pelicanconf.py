"""The smallest whole directory. Everything not said here is said in the project's own pelicanconf.py."""

import runpy
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[2]

globals().update(
    {name: value for name, value in runpy.run_path(str(PROJECT / "pelicanconf.py")).items() if name.isupper()}
)

# The records are here; the plugin and the theme are the project's.
DIRECTORY_ROOT = str(HERE)

# A site of its own name.
DIRECTORY_NAME = {"fi": "Esimerkkilän opas", "sv": "Exempelguiden", "en": "Example guide"}
