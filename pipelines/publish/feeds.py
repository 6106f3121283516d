"""Atom and JSON Feed: stories, events and calls, and one feed per region and sector."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dashboards.channels import CHANNELS
from dashboards.site.digest import Digest
from dashboards.site.render import HERE
from pipelines.publish.lines import MOST, Entry, at_midnight, belongs, entries, urn

KINDS = {"stories": ("story", "새 소식"), "events": ("event", "행사"), "calls": ("call", "모집과 마감")}


def write(digest: Digest, folder: Path, site: str) -> None:
    """All feeds below `folder`; `site` is the public address, ending in a slash."""
    folder.mkdir(parents=True, exist_ok=True)
    environment = Environment(loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined)
    template = environment.get_template("atom.xml")
    for stem, title, chosen in _feeds(entries(digest, site)):
        updated = max((entry.updated for entry in chosen), default=at_midnight(digest.today))
        text = template.render(
            id=urn("feed", stem), title=title, updated=updated, entries=chosen, site=site, stem=stem,
        )  # fmt: skip
        (folder / f"{stem}.xml").write_text(text, encoding="utf-8", newline="\n")
        (folder / f"{stem}.json").write_text(_json_feed(stem, title, chosen, site), encoding="utf-8", newline="\n")


def _feeds(found: list[Entry]) -> Iterator[tuple[str, str, list[Entry]]]:
    for stem, (kind, name) in KINDS.items():
        of_kind = [e for e in found if e.kind == kind or (kind == "event" and e.kind == "call")]
        yield stem, f"두레 · {name}", of_kind[:MOST]
    for channel in CHANNELS:
        yield channel.stem, f"두레 · {channel.name}", [e for e in found if belongs(channel, e.region, e.sectors)][:MOST]


def _json_feed(stem: str, title: str, chosen: list[Entry], site: str) -> str:
    """https://jsonfeed.org/version/1.1"""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "language": "ko",
        "home_page_url": site,
        "feed_url": f"{site}feeds/{stem}.json",
        "items": [
            {
                "id": entry.id,
                "url": entry.url,
                "title": entry.title,
                "content_text": entry.summary,
                "date_published": entry.updated.isoformat(),
                "authors": [{"name": entry.outlet}],
                "tags": list(entry.sectors),
            }
            for entry in chosen
        ],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"
