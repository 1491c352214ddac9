"""What the style sheets promise: logical properties, tokens, layers, and contrast that old eyes can read."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

CSS = Path(__file__).resolve().parents[2] / "theme/static/css"
SHEETS = sorted(CSS.rglob("*.css"))
NAMES = [sheet.relative_to(CSS).as_posix() for sheet in SHEETS]

PHYSICAL = re.compile(
    r"(?<![\w(-])(?:(?:margin|padding|border)-(?:left|right|top|bottom)[\w-]*|(?:min-|max-)?(?:width|height)"
    r"|left|right|top|bottom)\s*:"
    r"|(?:text-align|float|clear)\s*:\s*(?:left|right)"
)
RAW = re.compile(
    r"#[0-9a-zA-Z_-]|\b(?:rgb|rgba|hsl|hsla|hwb|lab|lch|oklab|oklch)\(|\b\d*\.?\d+px\b|:\s*(?:white|black|red)\b"
)
IMPORT = re.compile(r'^@import url\("([^"]+)"\) layer\((\w+)\);$', re.MULTILINE)
LAYERS = ("reset", "tokens", "base", "layout", "components", "utilities")

Colour = tuple[float, float, float]

TEXT_ON_SURFACES = [
    *[
        (text, f"color-{on}")
        for text in ("color-text", "color-text-soft", "color-link", "color-visited", "color-accent")
        for on in ("page", "surface", "sunken", "accent-soft")
    ],
    *[(f"color-{state}", f"color-{state}-surface") for state in ("good", "coming", "planned", "alert", "quiet")],
    ("color-good", "color-page"),
    ("color-on-accent", "color-accent"),
    ("color-on-accent", "color-accent-hover"),
    ("color-footer-text", "color-footer"),
    ("color-footer-text-soft", "color-footer"),
]
EDGES_ON_SURFACES = [
    ("color-edge-strong", "color-page"),
    ("color-edge-strong", "color-surface"),
    ("color-edge-strong", "color-sunken"),
    ("color-accent", "color-surface"),
    ("color-focus", "color-page"),
    ("color-focus", "color-surface"),
    ("color-focus", "color-accent-soft"),
    ("color-footer-text", "color-footer"),
]


def uncommented(name: str) -> str:
    """A sheet with its comments taken out, line breaks kept."""
    text = (CSS / name).read_text("utf-8")
    return re.sub(r"/\*.*?\*/", lambda match: "\n" * match[0].count("\n"), text, flags=re.DOTALL)


def findings(pattern: re.Pattern[str], name: str) -> list[str]:
    lines = uncommented(name).splitlines()
    return [f"line {number}: {line.strip()}" for number, line in enumerate(lines, 1) if pattern.search(line)]


@pytest.mark.parametrize("name", NAMES)
def test_only_logical_properties(name: str) -> None:
    assert findings(PHYSICAL, name) == []


@pytest.mark.parametrize("name", [name for name in NAMES if name != "tokens.css"])
def test_no_raw_colour_pixel_or_id_outside_tokens(name: str) -> None:
    assert findings(RAW, name) == []


@pytest.mark.parametrize("name", [name for name in NAMES if name != "utilities.css"])
def test_nothing_is_important_outside_utilities(name: str) -> None:
    assert findings(re.compile("!important"), name) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_variable_used_is_a_token_or_the_component_s_own(name: str) -> None:
    defined = set(re.findall(r"(--[\w-]+)\s*:", uncommented("tokens.css") + uncommented(name)))

    assert set(re.findall(r"var\((--[\w-]+)", uncommented(name))) <= defined


def test_every_token_with_a_meaning_is_used() -> None:
    everything = "".join(uncommented(name) for name in NAMES)
    defined = re.findall(
        r"(--(?:color|text|space|radius|weight|leading|line|font)[\w-]*)\s*:", uncommented("tokens.css")
    )

    assert [token for token in dict.fromkeys(defined) if f"var({token})" not in everything] == []


def test_main_declares_the_order_and_imports_every_sheet_once_in_its_layer() -> None:
    main = uncommented("main.css")
    imports = IMPORT.findall(main)

    assert main.strip().startswith(f"@layer {', '.join(LAYERS)};")
    assert sorted(path for path, _ in imports) == [name for name in NAMES if name not in ("embed.css", "main.css")]
    assert [layer for _, layer in imports] == sorted((layer for _, layer in imports), key=LAYERS.index)
    assert {path for path, layer in imports if layer == "components"} == {
        name for name in NAMES if name.startswith("components/")
    }


def test_a_list_on_another_site_has_some_of_the_same_sheets_in_the_same_order() -> None:
    main, embed = IMPORT.findall(uncommented("main.css")), IMPORT.findall(uncommented("embed.css"))

    assert embed == [each for each in main if each in embed]
    assert uncommented("embed.css").strip().startswith(f"@layer {', '.join(LAYERS)};")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "surface"), TEXT_ON_SURFACES)
def test_text_has_a_contrast_of_seven(text: str, surface: str, scheme: str) -> None:
    assert contrast(colour(text, scheme), colour(surface, scheme)) >= 7


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("edge", "surface"), EDGES_ON_SURFACES)
def test_edges_of_controls_and_focus_have_a_contrast_of_three(edge: str, surface: str, scheme: str) -> None:
    assert contrast(colour(edge, scheme), colour(surface, scheme)) >= 3


def test_contrast_is_what_the_guidelines_say() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast(channels("#767676"), channels("#ffffff")) == pytest.approx(4.54, abs=0.01)


@cache
def tokens(scheme: str) -> dict[str, str]:
    """The values that tokens.css gives on a screen in a scheme."""
    light, _, rest = uncommented("tokens.css").partition("@media screen and (prefers-color-scheme: dark)")
    dark = rest.partition("@media print")[0]
    text = light + dark if scheme == "dark" else light
    return dict(re.findall(r"--([\w-]+):\s*([^;]+);", text))


def colour(token: str, scheme: str) -> Colour:
    return resolved(tokens(scheme)[token], scheme)


def resolved(value: str, scheme: str) -> Colour:
    """A hex colour, a token, or two of these mixed."""
    if match := re.fullmatch(r"var\(--([\w-]+)\)", value):
        return colour(match[1], scheme)
    if match := re.fullmatch(r"color-mix\(in srgb, (var\(\S+\)) (\d+)%, (var\(\S+\))\)", value):
        share = int(match[2]) / 100
        first, second = resolved(match[1], scheme), resolved(match[3], scheme)
        red, green, blue = (a * share + b * (1 - share) for a, b in zip(first, second, strict=True))
        return red, green, blue
    return channels(value)


def channels(value: str) -> Colour:
    assert re.fullmatch(r"#[0-9a-f]{6}", value), value
    red, green, blue = (int(value[start : start + 2], 16) for start in (1, 3, 5))
    return red, green, blue


def contrast(first: Colour, second: Colour) -> float:
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: Colour) -> float:
    """WCAG 2.2, relative luminance."""
    red, green, blue = (linear(channel / 255) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
