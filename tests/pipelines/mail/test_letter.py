"""What stands in a letter: the reader's region, fields and kinds, in our own lines, in two forms."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from email.message import EmailMessage
from pathlib import Path
from typing import cast

import pytest
from invented_edition import HOSTILE, hostile_edition
from selectolax.lexbor import LexborHTMLParser
from smtp_server import NOW, SITE

from dashboards.letter import Desk, Letter, Wanted, facts
from dashboards.site.digest import open_digest
from pipelines.mail.message import message, sender
from pipelines.mail.readers import MailError, checked_address, reader
from pipelines.publish import stage

CALL, CARE, FAIR, ONLINE = (
    "2027년 마을기업 신규 지정 모집", "돌봄 사회적협동조합 설립 교육", "제4회 미리내 사회적경제 한마당",
    "협동조합 결산 실무 강좌",
)  # fmt: skip


@contextmanager
def _desk(release: Path) -> Iterator[Desk]:
    with open_digest(release / "digest.db") as digest:
        yield Desk(digest, SITE)


def _read(letter: Letter, leave: str = "") -> EmailMessage:
    who = reader("staff@centre.example", NOW)
    made = message(letter, who, sender("두레 <news@centre.example>", leave), "2026-11-20-1", NOW)
    return cast(EmailMessage, email.message_from_bytes(made, policy=email.policy.default))


def test_both_forms_say_the_same_lines(release: Path) -> None:
    with _desk(release) as desk:
        letter = desk.letter(Wanted(), "https://dure.example.com/leave/k")
    assert letter is not None
    shown = " ".join(LexborHTMLParser(letter.html).body.text().split())  # type: ignore[union-attr]
    for words in (CALL, CARE, FAIR, "D-2", "11월 22일 18:00까지 · 강원 가온시 · 주최 가온시", "매체 12곳"):
        assert words in letter.text and words in shown
    assert "연기 · 11월 28일 토요일 → 12월 5일 토요일" in letter.text
    assert f"{SITE}events/e-call.html" in letter.text and f'href="{SITE}events/e-call.html"' in letter.html
    assert letter.subject == "[두레] 11월 20일 금요일: 마감 임박 2건, 바뀐 일정 2건, 다가오는 행사 2건, 새 소식 5건"
    assert letter.text.count("https://dure.example.com/leave/k") == letter.html.count(
        "https://dure.example.com/leave/k"
    )


def test_what_repeats_says_so_and_a_deadline_says_when_the_event_is(release: Path) -> None:
    """A course on four Wednesdays is no stretch of three weeks, and one applies to keep the right day free."""
    with _desk(release) as desk:
        letter = desk.letter(Wanted())
        lines = {line.title: line for part in desk.events().values() for line in part}
    assert letter is not None
    assert "11월 25일 수요일 19:00–21:00 · 매주 수요일, 4회" in letter.text
    care = lines[CARE]
    assert care.day and f"· 행사 {care.day.month}월 {care.day.day}일 " in letter.text


@pytest.mark.parametrize(
    ("venue", "sido", "sigungu", "said"),
    [
        ("원주시 늘품광장", "강원특별자치도", "원주시", "강원 원주시 늘품광장"),
        ("서울 은평구 너른마당", "서울특별시", "은평구", "서울 은평구 너른마당"),
        ("늘품광장", "강원특별자치도", "원주시", "늘품광장, 강원 원주시"),
        ("옛 중구청 1층", "대전광역시", "중구", "옛 중구청 1층, 대전"),
        ("늘품광장", "인천광역시", None, "늘품광장, 인천"),
        (None, "인천광역시", None, "인천"),
        (None, None, None, ""),
    ],
)
def test_a_place_says_its_region_once(
    release: Path, venue: str | None, sido: str | None, sigungu: str | None, said: str
) -> None:
    with _desk(release) as desk:
        line = desk.events()["coming"][0]._replace(venue=venue, sido=sido, sigungu=sigungu, online=False, hosts=None)
    told = facts("coming", line._replace(recurrence=None, fee=None, outlets=0, boards=0), date(2026, 11, 20))
    assert told.partition(" · ")[2] == said


def test_a_reader_gets_their_region_and_what_is_for_everyone(release: Path) -> None:
    with _desk(release) as desk:
        gangwon = desk.letter(Wanted(regions=("강원",)))
        jeju = desk.letter(Wanted(regions=("제주",), kinds=("education",)))
    assert gangwon and CALL in gangwon.text and CARE not in gangwon.text and FAIR not in gangwon.text
    assert jeju and ONLINE in jeju.text and "새 소식" not in jeju.text and CALL not in jeju.text


def test_fields_and_kinds(release: Path) -> None:
    with _desk(release) as desk:
        care = desk.letter(Wanted(sectors=("care",)))
        calls = desk.letter(Wanted(kinds=("call",)))
        news = desk.letter(Wanted(kinds=("news",)))
        nothing = desk.letter(Wanted(regions=("제주",), sectors=("finance",), kinds=("market",)))
    assert care and CARE in care.text and CALL not in care.text
    assert calls and CALL in calls.text and "■ 새 소식" not in calls.text and FAIR not in calls.text
    assert news and "■ 새 소식 5건" in news.text and "■ 마감 임박" not in news.text
    assert nothing is None, "no letter rather than an empty one"


def test_news_that_was_told_is_not_told_again(release: Path) -> None:
    with _desk(release) as desk:
        first = desk.letter(Wanted(kinds=("news",)))
        assert first and len(first.stories) == 5
        later = desk.letter(Wanted(kinds=("news",)), last=date(2026, 11, 19), told=first.stories[:3])
        assert later and set(later.stories) == set(first.stories[3:])
        assert desk.letter(Wanted(kinds=("news",)), told=first.stories) is None


def test_after_a_gap_the_news_of_the_days_between_is_told(release: Path) -> None:
    with _desk(release) as desk:
        short, long = desk.news(None), desk.news(date(2026, 11, 1))
    assert len(long) > len(short), "an older story of the invented week is caught up on"


def test_a_letter_has_the_headers_of_bulk_mail(release: Path) -> None:
    with _desk(release) as desk:
        letter = desk.letter(Wanted())
    assert letter is not None
    made = _read(letter, "https://dure.example.com/leave/")
    assert made["Subject"] == letter.subject, "no space is lost where a Korean subject is folded"
    assert made["From"].addresses[0].display_name == "두레"
    assert made["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    web, mail = str(made["List-Unsubscribe"]).split(", ")
    assert web.startswith("<https://dure.example.com/leave/") and mail.startswith(
        "<mailto:news@centre.example?subject="
    )
    assert made["Auto-Submitted"] == "auto-generated"
    assert made.get_body(("plain",)).get_content().replace("\r\n", "\n") == letter.text  # type: ignore[union-attr]
    plain = _read(letter)
    assert plain["List-Unsubscribe-Post"] is None and "https" not in str(plain["List-Unsubscribe"])


def test_the_same_release_and_reader_are_the_same_message(release: Path) -> None:
    who, of = reader("staff@centre.example", NOW), sender("두레 <news@centre.example>")
    with _desk(release) as desk:
        letter = desk.letter(Wanted())
    assert letter is not None
    assert message(letter, who, of, "r1", NOW) == message(letter, who, of, "r1", NOW)
    ids = {
        email.message_from_bytes(message(letter, w, of, r, NOW))["Message-ID"]
        for w in (who, replace(who, id="other"))
        for r in ("r1", "r2")
    }
    assert len(ids) == 4 and not any(who.id in found for found in ids), "the key of the reader stays between us"


def test_hostile_titles_stay_text_in_both_forms(tmp_path: Path) -> None:
    made = stage.publish_edition(hostile_edition(), tmp_path, site_url=SITE)
    assert made.folder is not None
    with _desk(made.folder) as desk:
        letter = desk.letter(Wanted())
    assert letter is not None
    read = _read(letter)
    assert len(read.keys()) == len(set(read.keys())) and "끼움" not in read["Subject"]
    assert "\u202e" not in letter.text and "\u202e" not in letter.html and "\x00" not in letter.text
    tree = LexborHTMLParser(letter.html)
    assert not tree.css("script, svg, img, iframe, link, form")
    assert all(str(a.attributes.get("href")).startswith(SITE) for a in tree.css("a")), "no javascript: address"
    assert any(title in str(tree.body.text()) for title in HOSTILE[:1])  # type: ignore[union-attr]
    assert "\nBEGIN:VEVENT" not in letter.text


@pytest.mark.parametrize(
    "address",
    [
        "", "a", "a@b", "a b@c.example", "a@c.example\r\nBcc: x@y.example", "a@c.example,b@c.example", "<a@c.example>",
        "가@c.example", "a@c..example", "a@-c.example", ".a@c.example", "a@c.example\x00", "x" * 65 + "@c.example",
        '"a"@c.example', "a@[127.0.0.1]",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(MailError, match="no mail address"):
        checked_address(address)


@pytest.mark.parametrize(
    "written", ["", "두레", "두레 <news@centre.example>\r\nBcc: x@y.example", "두레 <a b@c.example>"]
)
def test_a_sender_that_cannot_be_used_is_one_sentence(written: str) -> None:
    with pytest.raises(MailError):
        sender(written)


@pytest.mark.parametrize("word", [{"regions": ["화성"]}, {"sectors": ["축구"]}, {"kinds": ["x\r\n"]}])
def test_an_unknown_choice_names_the_known_ones(word: dict[str, list[str]]) -> None:
    with pytest.raises(MailError, match="is not known; there are"):
        reader("a@centre.example", NOW, **word)
