"""Boards: skins that no recorded page shows, lists, refusals by name, and the recorded pages' own scores."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import boardskins
import boardskins_held as held
import boardskins_third as third
import boardthemes
import pytest
from recorded_pages import readings, scored

from sources.page import Article, Page, Reading
from sources.reading import read

LATER = (held, third)  # two more sets, with a text of their own
VIEWS = boardskins.VIEWS | boardthemes.VIEWS | {f"held: {n}": case for one in LATER for n, case in one.VIEWS.items()}
LISTS = boardskins.LISTS | boardthemes.LISTS | {f"held: {n}": case for one in LATER for n, case in one.LISTS.items()}
REFUSED = {**boardskins.REFUSED, **{f"held: {name}": case for name, case in held.REFUSED.items()}}
FETCHED = datetime.fromisoformat("2026-11-22T10:25:00+09:00")


def page(url: str, text: str, **more: object) -> Page:
    given: dict[str, object] = {
        "final_url": url,
        "status": 200,
        "content_type": "text/html; charset=utf-8",
        "fetched_at": FETCHED,
    }
    return Page(url=url, text=text, **{**given, **more})  # type: ignore[arg-type]


def article_of(reading: Reading) -> Article:
    assert reading.article is not None, (reading.family, reading.refusal, reading.detail)
    return reading.article


@pytest.mark.parametrize("skin", VIEWS)
def test_views_of_other_versions_and_skins(skin: str) -> None:
    url, markup, want = VIEWS[skin]
    reading = read(page(url, markup))
    article = article_of(reading)
    got = {
        "key": reading.canonical_key,
        "title": article.title,
        "text": article.body_text,
        "at": article.published_at.isoformat() if article.published_at else None,
        "marker": article.moved_marker,
        **{
            name: getattr(article, name)
            for name in ("date_only", "views", "comments", "attachments", "author", "board", "category", "links")
        },
    }
    text = held.TEXT if skin.startswith("held: ") else boardskins.TEXT
    want = {"text": text, "marker": None, "date_only": False, **want}
    assert {name: got[name] for name in want} == want


@pytest.mark.parametrize("skin", LISTS)
def test_lists_of_other_versions_and_skins(skin: str) -> None:
    url, markup, want = LISTS[skin]
    reading = read(page(url, markup))
    assert reading.listing is not None, (reading.family, reading.refusal, reading.detail)
    got = [
        (
            *(i.canonical_key, i.title, str(i.published_at.date()) if i.published_at else None),
            *(i.notice, i.secret, i.reply, i.comments, i.views),
        )
        for i in reading.listing.items
    ]
    assert got == want["items"]
    if "next" in want:
        assert reading.listing.next_page == want["next"]
    if "board" in want:
        assert reading.listing.board == want["board"]


@pytest.mark.parametrize("case", REFUSED)
def test_pages_that_are_no_document_say_why(case: str) -> None:
    url, markup, reason = REFUSED[case]
    reading = read(page(url, markup))
    assert (reading.kind, str(reading.refusal)) == ("refusal", reason), (
        reading.family,
        reading.detail,
        reading.article,
    )


GREETING = (
    "나란히 작은도서관의 소식을 전하는 곳입니다. 겨울에는 한 달에 두 번, 둘째와 넷째 토요일에 모임이 열립니다.",
    "처음 오시는 분은 안내 데스크에서 이름표를 받으시기 바랍니다. 차와 다과는 도서관에서 마련합니다.",
    "새 소식은 매주 화요일에 올라옵니다. 궁금한 것은 문의 게시판에 남겨 주시기 바랍니다.",
)
PLACE_OF_XE = (
    "<html><head><meta name=generator content=XpressEngine><title>나란히 작은도서관 겨울 모임 안내</title>"
    "<link rel=canonical href=https://ex.kr/{}></head><body><div class=intro><h2>나란히 작은도서관 겨울 모임 안내</h2>"
    f"<p>2026.11.20 10:30</p><div class=w>{''.join(f'<p>{line}</p>' for line in GREETING)}</div></div></body></html>"
)


def test_a_greeting_above_the_list_is_no_document_where_xe_says_that_it_shows_the_board() -> None:
    """In a skin of other names a document is read by its look; the canonical link says whether it is one at all."""
    url = "https://ex.kr/index.php?mid=notice&document_srl=115"
    shown = read(page(url, PLACE_OF_XE.format("notice/115")))
    assert article_of(shown).body_text == "\n".join(GREETING)
    gone = read(page(url, PLACE_OF_XE.format("notice")))
    assert (gone.family, str(gone.refusal), gone.canonical_key) == ("xe1", "gone", "xe:ex.kr/115")
    assert read(page(url, PLACE_OF_XE.format(""))).article == shown.article, "a site that sets one link into all pages"


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (301, "redirect"),
        (401, "closed"),
        (403, "closed"),
        (404, "gone"),
        (410, "gone"),
        (429, "server_error"),
        (503, "server_error"),
    ],
)
def test_status_codes_come_before_content(status: int, reason: str) -> None:
    url, markup, _ = VIEWS["gnuboard 5.0 with a category"]
    reading = read(page(url, markup, status=status))
    assert str(reading.refusal) == reason
    assert reading.canonical_key == "gnuboard:ex.kr/notice/7", "the store must know which document is gone"


BOARDS = ("gnuboard", "rhymix", "xe1", "wordpress", "kboard", "mangboard", "egov", "tistory", "naverblog")
BARS = {
    "view.read": 0.995,
    "view.title": 0.995,
    "view.published_at": 0.995,
    "view.canonical_key": 0.995,
    "view.body_f1": 0.995,
    "view.body_exact": 0.97,
    # pictures of the gallery skin are attachments whose names no page shows
    "view.attachments": 0.95,
    "view.comments": 0.98,
    "view.comment_kept_out": 1.0,
    "list.length": 0.98,
    "list.titles_in_order": 0.98,
    "list.next_page": 0.98,
    "refused": 1.0,
}


def test_recorded_boards_hold_their_bars(shared: Path, tmp_path: Path) -> None:
    figures, printed = scored(shared / "pages", tmp_path, BOARDS, worst=20)
    assert not {name: figures[name] for name, bar in BARS.items() if figures[name] < bar}, printed


ENGINES = {
    "gnuboard-5.": "gnuboard5",
    "gnuboard5-bootstrap": "gnuboard5",
    "gnuboard5-eyoom": "eyoom",
    "gnuboard4": "gnuboard4",
    "rhymix": "rhymix",
    "xe1": "xe1",
    "wordpress": "wordpress",
    "kboard": "kboard",
    "mangboard": "mangboard",
    "egov": "egov",
    "tistory": "tistory",
    "naverblog": "naverblog",
}


def test_recorded_pages_are_given_to_their_engine(shared: Path) -> None:
    wrong, pages = [], 0
    for row, reading in readings(shared / "pages", BOARDS):
        want = next(family for prefix, family in ENGINES.items() if row["file"].startswith(prefix))
        if row["kind"] not in ("rss", "api") and not row["file"].endswith((".xml", ".json", ".txt")):
            pages += 1
            if reading.family != want:
                wrong.append((row["file"], reading.family))
    assert pages > 350
    assert len(wrong) <= 0.005 * pages, wrong


def test_dates_of_recorded_lists_are_right_to_the_day_where_the_page_says_the_year(shared: Path) -> None:
    checked = 0
    for row, reading in readings(shared / "pages", BOARDS):
        for gold, item in zip(
            row.get("gold", {}).get("items", []), reading.listing.items if reading.listing else (), strict=False
        ):
            shown = str(gold.get("date_shown_rule") or "")
            if shown.startswith("20") and item.published_at and gold.get("published_at"):
                assert item.published_at.isoformat()[:10] == gold["published_at"][:10], (row["file"], gold["title"])
                checked += 1
    assert checked > 100
