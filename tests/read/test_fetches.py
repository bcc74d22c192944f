import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from onrecord.errors import CannotFetch, CannotRead, TooLarge
from onrecord.read import document_from_page, page_from_url
from onrecord.settings import Settings

SETTINGS = Settings(timeout=3, max_bytes=300_000)
PAGE = "<html><body><article><h1>Café closes early</h1><p>The café will close, ministers said.</p></article></body></html>"


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        getattr(self, "do_" + self.path.split("/")[1].split("?")[0])()

    def reply(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_page(self) -> None:
        self.reply(PAGE.encode("cp1252"), Content_Type="text/html; charset=windows-1252")

    def do_packed(self) -> None:
        self.reply(gzip.compress(PAGE.encode()), Content_Encoding="gzip")

    def do_bomb(self) -> None:
        self.reply(gzip.compress(bytes(5_000_000)), Content_Encoding="gzip")

    def do_brotli(self) -> None:
        self.reply(b"\x0b\x02", Content_Encoding="br")

    def do_moved(self) -> None:
        self.reply(b"", 302, Location="/page")

    def do_loop(self) -> None:
        self.reply(b"", 301, Location="/loop")

    def do_away(self) -> None:
        self.reply(b"", 302, Location="file:///etc/hostname")

    def do_gone(self) -> None:
        self.reply(b"gone", 404)

    def do_image(self) -> None:
        self.reply(b"\x89PNG\r\n\x1a\n" + bytes(50))

    def do_endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        while True:
            self.wfile.write(b"x" * 50_000)

    def do_slow(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(200):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.05)

    def do_silent(self) -> None:
        time.sleep(3)

    def log_message(self, format: str, *args: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what some tests are about."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with Server(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_page_comes_with_when_where_and_how(site: str) -> None:
    page = page_from_url(f"{site}/moved", SETTINGS)
    assert page.name == f"{site}/moved"
    assert page.fetch is not None
    assert (page.fetch.url, page.fetch.status) == (f"{site}/page", 200)
    assert page.fetch.at.endswith("Z") and page.fetch.at[:2] == "20"
    assert page.fetch.headers["content-type"] == "text/html; charset=windows-1252"
    document = document_from_page(page, SETTINGS)
    assert document.title == "Café closes early"
    assert document.url == f"{site}/page"
    assert document.fetch == page.fetch


def test_a_packed_page_is_unpacked(site: str) -> None:
    assert page_from_url(f"{site}/packed", SETTINGS).data == PAGE.encode()


@pytest.mark.parametrize(
    ("path", "error", "says"),
    [
        ("bomb", TooLarge, "unpacks to more than 0.3 MB"),
        ("endless", TooLarge, "sends more than 0.3 MB"),
        ("loop", CannotFetch, "redirects more than 5 times"),
        ("away", CannotFetch, "leads to file:///etc/hostname"),
        ("gone", CannotFetch, "answered 404"),
        ("brotli", CannotFetch, "packed as 'br'"),
        ("image", CannotRead, "is a PNG image"),
    ],
)
def test_what_gives_no_page(site: str, path: str, error: type[Exception], says: str) -> None:
    with pytest.raises(error) as caught:
        page_from_url(f"{site}/{path}", SETTINGS)
    assert says in str(caught.value)
    assert str(caught.value).startswith(f"{site}/{path}")


@pytest.mark.parametrize("path", ["slow", "silent"])
def test_a_server_may_not_keep_us(site: str, path: str) -> None:
    begun = time.monotonic()
    with pytest.raises(CannotFetch, match=r"in time|too long"):
        page_from_url(f"{site}/{path}", Settings(timeout=0.5))
    assert time.monotonic() - begun < 2


def test_a_closed_port() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(CannotFetch, match="nothing answers there"):
        page_from_url(f"http://127.0.0.1:{port}/", SETTINGS)


@pytest.mark.parametrize(
    "url", ["ftp://a.example/x", "file:///etc/hostname", "http://", "http://[::1", "nonsense"]
)
def test_only_http_addresses(url: str) -> None:
    with pytest.raises(CannotFetch):
        page_from_url(url, SETTINGS)
