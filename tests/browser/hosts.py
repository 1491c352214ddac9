"""Two sites on this machine over HTTPS, each an origin of its own: a directory, and a municipality's own pages."""

from __future__ import annotations

import ssl
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socket import socket

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from provider_directory.serve import HOST, Server

Page = tuple[str, dict[str, str]]
"""A page's HTML and its headers."""


def certificate(folder: Path) -> ssl.SSLContext:
    """A certificate that nobody trusts but a browser that is told to."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    file = folder / "certificate.pem"
    plain = serialization.NoEncryption()
    file.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
        + made.public_bytes(serialization.Encoding.PEM)
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context


class HostPages(BaseHTTPRequestHandler):
    """Answers with the pages that a test has put down."""

    pages: dict[str, Page]

    def do_GET(self) -> None:
        """Answer with a page."""
        html, headers = self.pages.get(self.path, ("", {}))
        self.send_response(200 if html else 404)
        for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(html.encode())

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class SecureServer(Server):
    """A server that lets browsers try a connection and leave it."""

    def handle_error(self, request: socket | tuple[bytes, socket], client_address: object) -> None:
        """Say nothing of a browser that does not like the certificate."""
        if not isinstance(sys.exception(), ssl.SSLError):
            super().handle_error(request, client_address)


@contextmanager
def served(context: ssl.SSLContext, handler: type[BaseHTTPRequestHandler], name: str) -> Iterator[str]:
    """Serve over HTTPS under a name of this machine; yields the origin."""
    with SecureServer((HOST, 0), handler) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield f"https://{name}:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
