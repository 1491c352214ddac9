"""A project in a git repository of its own, whose commits are made on days that a test chooses."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

from provider_directory.catalogue.catalogue import Catalogue
from provider_directory.catalogue.change import Change
from provider_directory.catalogue.changes import changes
from provider_directory.records.git import Repository
from provider_directory.records.git_history import git_history
from tests.records.project import Project

AUTHOR = ("-c", "user.name=Maija", "-c", "user.email=maija@example.fi", "-c", "commit.gpgsign=false")


def git(folder: Path, *arguments: str, day: str = "2018-01-01T12:00:00+0200") -> str:
    """Run git in a folder on a day."""
    done = subprocess.run(
        ["git", *AUTHOR, *arguments],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def begin(folder: Path, day: str) -> None:
    """Make a repository and commit what is there."""
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder, day)


def commit(folder: Path, day: str) -> None:
    """Commit everything on a day, at noon in Finland or at a moment of it."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "-m", "Change", day=day if "T" in day else f"{day}T12:00:00+0300")


def catalogue_of(project: Project, day: date) -> Catalogue:
    """The directory on a day, with what git knows of it."""
    plain = project.catalogue(day)
    history = git_history(Repository(project.root), plain.records, day, plain.changes_since)
    return Catalogue(records=plain.records, as_of=day, history=history)


def told(catalogue: Catalogue, kind: str = "organiser", key: str = "ylojarvi") -> list[Change]:
    """What a feed tells, the newest first."""
    return list(catalogue.worked_out("changes", changes).get((kind, key), ()))
