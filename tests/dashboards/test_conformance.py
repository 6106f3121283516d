"""Every page as HTML: parsed strictly, its references followed, its policy kept, and checked by the Nu Html Checker.

The strict parser (html5lib, the algorithm of the HTML standard) refuses whatever a browser would have to mend.
The Nu checker knows the content models too; it needs Java and the file that `make browser` fetches.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from invented_edition import TODAY, edition, hostile_edition
from selectolax.lexbor import LexborHTMLParser

from pipelines.publish import stage
from pipelines.publish.edition import Edition

VNU = Path(__file__).resolve().parents[2] / ".venv" / "vnu.jar"
RUNS = re.compile(r"(?i)\s(?:on[a-z]+|style|srcdoc)=")
LOADS = "script[src], link[rel=stylesheet], link[rel=icon], img, iframe, object, embed, video, audio, source, use"


@pytest.fixture(scope="module", params=["invented", "hostile", "empty"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = {"invented": edition, "hostile": hostile_edition, "empty": lambda: Edition(TODAY)}[request.param]()
    result = stage.publish_edition(made, tmp_path_factory.mktemp(request.param))
    assert result.released and result.folder, result.complaints
    return result.folder


def pages(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*.html")):
        yield str(path.relative_to(folder)), path.read_text(encoding="utf-8")


def test_a_strict_parser_finds_nothing_to_mend(folder: Path) -> None:
    import html5lib  # type: ignore[import-untyped]

    for name, text in pages(folder):
        try:
            html5lib.HTMLParser(strict=True).parse(text)
        except html5lib.html5parser.ParseError as error:
            pytest.fail(f"{name}: {error}")


def test_ids_are_unique_and_references_lead_somewhere(folder: Path) -> None:
    known = {name: ids(text) for name, text in pages(folder)}
    for name, counted in known.items():
        assert not [id_ for id_, count in counted.items() if count > 1], name
    broken = []
    for name, text in pages(folder):
        tree = LexborHTMLParser(text)
        for attribute in ("aria-labelledby", "aria-describedby", "for"):
            for node in tree.css(f"[{attribute}]"):
                broken += [(name, ref) for ref in (node.attributes[attribute] or "").split() if ref not in known[name]]
        broken += [(name, href) for href in links(tree) if not leads(folder, name, href, known)]
    assert broken == []


def ids(text: str) -> Counter[str]:
    return Counter(str(node.attributes["id"]) for node in LexborHTMLParser(text).css("[id]"))


def links(tree: LexborHTMLParser) -> Iterator[str]:
    """Addresses within the folder that a page names."""
    for node in tree.css("a[href], link[href], script[src], form[action]"):
        address = next(filter(None, map(node.attributes.get, ("href", "src", "action"))), "") or ""
        if not urlsplit(address).scheme:
            yield address


def leads(folder: Path, name: str, href: str, known: dict[str, Counter[str]]) -> bool:
    path, _, fragment = href.partition("#")
    target = (folder / name).parent / unquote(path) if path else folder / name
    target = target / "index.html" if target.is_dir() else target
    if not target.is_file():
        return False
    return not fragment or fragment in known.get(str(target.resolve().relative_to(folder.resolve())), {})


def test_every_page_keeps_the_policy_and_has_its_landmarks(folder: Path) -> None:
    for name, text in pages(folder):
        tree = LexborHTMLParser(text)
        policy = tree.css_first('meta[http-equiv="Content-Security-Policy"]')
        assert policy is not None and "default-src 'none'" in str(policy.attributes["content"]), name
        assert "unsafe" not in str(policy.attributes["content"]), name
        assert tree.css_first("html").attributes["lang"] == "ko" and len(tree.css("h1")) == 1, name
        for landmark in ("header", "nav[aria-label]", "main", "footer", "title"):
            assert tree.css_first(landmark) is not None, (name, landmark)
        for node in tree.css(LOADS):
            assert not urlsplit(str(node.attributes.get("src") or node.attributes.get("href"))).scheme, name
        for tag in re.findall(r"<[a-zA-Z][^<>]*>", text):
            assert not RUNS.search(re.sub(r'"[^"]*"', '""', tag)), (name, tag)
        for link in tree.css("a[href]"):
            assert urlsplit(str(link.attributes["href"])).scheme in ("", "http", "https"), name


def test_headings_do_not_skip_a_level(folder: Path) -> None:
    for name, text in pages(folder):
        levels = [int(node.tag[1]) for node in LexborHTMLParser(text).css("main h1, main h2, main h3")]
        assert levels[0] == 1 and all(after - before <= 1 for before, after in pairwise(levels)), name


def test_linked_data_is_json_and_cannot_end_its_element(folder: Path) -> None:
    for name, text in pages(folder):
        for block in LexborHTMLParser(text).css('script[type="application/ld+json"]'):
            said = json.loads(block.text())
            assert said["@context"] == "https://schema.org" and said["@type"] == "Event", name
            assert "<" not in block.text(), name


def test_the_nu_checker_finds_no_error(folder: Path) -> None:
    java = shutil.which("java")
    if java is None or not VNU.is_file():
        pytest.skip("needs Java and the Nu Html Checker (`make browser` fetches it with npm)")
    done = subprocess.run(
        [java, "-Xss1m", "-jar", str(VNU), "--errors-only", "--format", "json", "--skip-non-html", str(folder)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    messages = json.loads(done.stderr)["messages"]
    assert [(m["url"].rsplit("/", 1)[-1], m["message"]) for m in messages if m["type"] == "error"] == []
