"""Web archives written with warcio for tests."""

import io
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

Response = tuple[str, str, str, bytes]
"""Address, status line, content type, body."""


def html(title: str, *paragraphs: str) -> bytes:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    page = f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>"
    return page.encode()


def warc(*responses: Response, packed: bool = True, extra: dict[str, str] | None = None) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("dump.warc", {"software": "tests"}))
    for address, status, media, body in responses:
        headers = StatusAndHeaders(
            status, [("Content-Type", media), *(extra or {}).items()], protocol="HTTP/1.1"
        )
        record = writer.create_warc_record(
            address,
            "response",
            payload=io.BytesIO(body),
            http_headers=headers,
            warc_headers_dict={"WARC-Date": "2031-04-02T08:00:00Z"},
        )
        writer.write_record(record)
    return out.getvalue()


def wacz(path: Path, *archives: bytes) -> Path:
    with ZipFile(path, "w", ZIP_STORED) as out:
        out.writestr("datapackage.json", "{}")
        for number, data in enumerate(archives):
            out.writestr(f"archive/data-{number}.warc.gz", data)
    return path
