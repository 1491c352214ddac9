"""_headers: what every answer of the host carries, in the format Netlify and Cloudflare read; `make serve` reads it too."""

from __future__ import annotations

from collections.abc import Iterator

from .made import Editions, Pages

POLICY = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
)
"""Nothing but this site's own files runs, loads or is asked."""

EVERYWHERE = {
    "Content-Security-Policy": "; ".join(POLICY),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), payment=(), usb=(), geolocation=(self)",
}

FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}
"""For files whose name changes with their contents."""

ASKED_ANEW = {"Cache-Control": "no-cache"}
"""For what has one name for ever and changes."""


def files(editions: Editions, pages: Pages) -> Iterator[tuple[str, bytes]]:
    """The one file."""
    searches = {f"/search/{edition.language}/*": FOR_EVER for edition in editions}
    days = {f"/{edition.language}/day.js": ASKED_ANEW for edition in editions}
    rules = {"/*": EVERYWHERE, "/theme/*": FOR_EVER, **searches, "/prices/*": FOR_EVER, **days}
    blocks = (
        f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in each.items()) for path, each in rules.items()
    )
    yield "_headers", "\n".join(blocks).encode()
