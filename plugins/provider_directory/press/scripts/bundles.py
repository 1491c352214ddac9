"""Which scripts are published together: few requests on every page, and no page fetches what only others need."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase

from .faults import fault
from .modules import Module

BUNDLES = {
    "prices": (
        "components/person-form.js",
        "components/you-pay.js",
        "components/your-situation.js",
        "prices/*.js",
        "pricing.js",
        "pricing/*.js",
    ),
    "search-page": ("components/search-page.js", "search/phrase.js", "search/state.js"),
    "search-more": (
        "search/distance.js",
        "search/facets.js",
        "search/guesses.js",
        "search/help.js",
        "search/slips.js",
        "search/snippets.js",
        "search/subsets.js",
        "search/suggest.js",
    ),
    "search-text": (
        "search/asked.js",
        "search/dictionary.js",
        "search/key.js",
        "search/likeness.js",
        "search/plans.js",
        "search/quick.js",
        "search/reading.js",
        "search/text.js",
    ),
    "search": ("search/*.js",),
    "compare": ("components/compare-page.js",),
    "embed": ("components/embed.js",),
    "embed-builder": ("components/embed-builder.js",),
    "calculator": ("components/calculator.js",),
}
"""What has a file of its own: its name, and the scripts that begin it."""

MAIN = "main"
"""The file of every page: main.js, and what it loads that BUNDLES does not name."""
COMMON = "common"
"""What several files need; every page has it too."""
FOLDER = "js/"


def bundles(modules: Mapping[str, Module]) -> dict[str, list[Module]]:
    """The scripts of each file in the order they are evaluated; a script that nothing needs is in none."""
    places = placed(modules)
    made: dict[str, list[Module]] = {}
    for module in ordered(modules):
        if module.path in places:
            made.setdefault(places[module.path], []).append(module)
    check(modules, places)
    return dict(sorted(made.items()))


def placed(modules: Mapping[str, Module]) -> dict[str, str]:
    """The file of each script."""
    places = {path: bundle for path in modules if (bundle := named(path))}
    reached: dict[str, set[str]] = {}
    for path, bundle in places.items():
        for other in reach(modules, path, set(places)):
            reached.setdefault(other, set()).add(bundle)
    return places | {path: by.pop() if len(by) == 1 else COMMON for path, by in reached.items()}


def named(path: str) -> str | None:
    """The file that a script begins, if it does."""
    below = path.removeprefix(FOLDER)
    if below == f"{MAIN}.js":
        return MAIN
    return next((name for name, begin in BUNDLES.items() if any(fnmatchcase(below, each) for each in begin)), None)


def reach(modules: Mapping[str, Module], path: str, others: set[str]) -> set[str]:
    """What a script needs, through all that begins no file of its own."""
    found: set[str] = set()
    left = [path]
    while left:
        module = modules[left.pop()]
        new = {*module.needs, *module.loads.values()} - others - found
        found |= new
        left += sorted(new)
    return found


def ordered(modules: Mapping[str, Module]) -> list[Module]:
    """All scripts, each after those it needs. Raises ScriptFaulty where they need each other."""
    done: dict[str, Module] = {}

    def visit(path: str, above: tuple[str, ...]) -> None:
        module = modules[path]
        for needed in module.needs:
            if needed in (*above, path):
                raise fault(path, module.needs[needed], f"{needed} needs this script, so this one cannot import it.")
        for needed in (*module.needs, *module.loads.values()):
            if needed not in done and needed not in above:
                visit(needed, (*above, path))
        done[path] = module

    for path in sorted(modules):
        if path not in done:
            visit(path, ())
    return list(done.values())


def check(modules: Mapping[str, Module], places: Mapping[str, str]) -> None:
    """Refuse files that need each other, and that every page fetches what only some need. Raises ScriptFaulty."""
    needs: dict[str, set[str]] = {}
    for path, needed, place in crossing(modules, places):
        needs.setdefault(places[path], set()).add(place)
        reason = ""
        if places[path] == COMMON or (places[path] == MAIN and place != COMMON):
            reason = "every page would fetch that"
        elif places[path] in every(needs, place):
            reason = "that needs this one"
        if reason:
            raise fault(
                path,
                modules[path].needs[needed],
                f"{FOLDER}{places[path]}.js would need {FOLDER}{place}.js for {needed}, and {reason}. "
                "Name one of the two scripts in BUNDLES (press/scripts/bundles.py).",
            )


def crossing(modules: Mapping[str, Module], places: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Each import from one file into another: who, what, and the file it is in."""
    for path, place in sorted(places.items()):
        for needed in modules[path].needs:
            if places[needed] != place:
                yield path, needed, places[needed]


def every(needs: Mapping[str, set[str]], name: str) -> set[str]:
    """All files that one needs, itself included."""
    found: set[str] = set()
    left = [name]
    while left:
        each = left.pop()
        if each not in found:
            found.add(each)
            left += sorted(needs.get(each, ()))
    return found


def known(modules: Mapping[str, Module]) -> None:
    """Refuse an import of a script that is not there. Raises ScriptFaulty."""
    for module in modules.values():
        for path, node in module.needs.items():
            if path not in modules:
                raise fault(module.path, node, f"there is no theme/static/{path}.")
        for load, path in module.loads.items():
            if path not in modules:
                raise fault(module.path, load.node, f"there is no theme/static/{path}.")
