"""What differs when the site is published. Run: make site CONF=publishconf.py"""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *  # noqa: F403  Pelican's own convention: the second settings file builds on the first.

# The address residents will see; canonical links, the sitemap and hreflang need it whole.
SITEURL = os.environ.get("SITEURL", "https://palveluseteliopas.example.fi")
