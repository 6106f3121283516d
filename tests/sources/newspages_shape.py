"""What one page of the held-out newspaper set is: an address, bytes, and what a careful person reads on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from newspages_texts import Piece

FETCHED = "2026-11-22T11:40:00+09:00"
Row = tuple[str, str, str]


@dataclass(frozen=True)
class Held:
    """One page. `key` is the same for two pages exactly if they hold one document; `gold` holds only what is scored."""

    name: str
    family: str
    kind: str
    url: str
    page: str
    gold: dict[str, Any]
    key: str = ""
    encoding: str = "utf-8"
    content_type: str = "text/html"

    @property
    def bytes(self) -> bytes:
        return self.page.encode("cp949" if self.encoding == "euc-kr" else self.encoding)


def view(
    name: str, url: str, page: str, piece: Piece, at: str, *, key: str, encoding: str = "utf-8", **more: Any
) -> Held:
    """An article: what `more` does not say otherwise is as its writer handed it in."""
    gold: dict[str, Any] = {
        "title": piece.title,
        "author": piece.by,
        "published_at": at,
        "date_only": len(at) == 10,
        "modified_at": None,
        "body_text": piece.text,
        "attachments": [],
    } | more
    family = name.split("-")[0]
    return Held(name, family, "view", url, page, gold, f"{family} {key}", encoding)


def listing(
    name: str, url: str, page: str, rows: list[Row], *, next_page: bool = True, encoding: str = "utf-8"
) -> Held:
    """A list: address, title and time of each row in page order."""
    items = [{"url": address, "title": title, "published_at": at or None} for address, title, at in rows]
    return Held(name, name.split("-")[0], "list", url, page, {"items": items, "next_page": next_page}, "", encoding)


def feed(name: str, url: str, page: str, rows: list[Row], *, encoding: str = "utf-8", **more: Any) -> Held:
    """A feed, served as XML."""
    items = [{"url": address, "title": title, "published_at": at or None} for address, title, at in rows]
    return Held(name, name.split("-")[0], "rss", url, page, {"items": items} | more, "", encoding, "text/xml")


def refused(name: str, url: str, page: str, *, encoding: str = "utf-8") -> Held:
    """A page with nothing to keep, served with 200."""
    return Held(name, name.split("-")[0], "error", url, page, {}, "", encoding)


def paragraphs(piece: Piece, *between: str) -> str:
    """`<p>` a paragraph; `between` stands after the first, the second, ..."""
    gaps = [*between, *[""] * len(piece.lines)]
    return "\n".join(f"<p>{line}</p>\n{gap}" for line, gap in zip(piece.lines, gaps, strict=False))


def broken(piece: Piece) -> str:
    """Running text with two line breaks between paragraphs."""
    return "<br><br>\n".join(piece.lines)
