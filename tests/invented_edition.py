"""An invented release: a town called 가온시, its neighbours 늘품구 and 미리내시, and nobody real.

Small enough to read, with every kind of thing a page must show: a story told by twelve outlets, an
event that was put off, an event online every week, one without a day, calls that close soon, an
outlet that could not be read, and (in `hostile`) text that tries to be more than text.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from pipelines.publish.edition import (
    SEOUL,
    Change,
    Claim,
    Edition,
    EditionArticle,
    EventRow,
    Evidence,
    Figure,
    KindSpan,
    OrganisationRow,
    Outlet,
    Party,
    Redirect,
    Story,
)

TODAY = date(2026, 11, 20)

OUTLETS = (
    Outlet(
        "mirinae-news",
        "미리내신문",
        "local_newspaper",
        "https://mirinae.example.com/",
        "경기도",
        expected=14,
        read_today=12,
    ),
    Outlet(
        "gaon-ilbo",
        "가온일보",
        "local_newspaper",
        "https://gaon.example.com/",
        "강원특별자치도",
        expected=20,
        read_today=23,
    ),
    Outlet(
        "neulpum",
        "늘품뉴스",
        "local_newspaper",
        "https://neulpum.example.com/",
        "서울특별시",
        state="trouble",
        trouble="layout_changed",
        last_read_on=date(2026, 11, 17),
        expected=8,
    ),
    Outlet(
        "haesol",
        "해솔마을 게시판",
        "forum",
        "https://haesol.example.com/bbs/",
        "전북특별자치도",
        state="trouble",
        trouble="closed",
        last_read_on=date(2026, 11, 12),
        expected=3,
    ),
    Outlet(
        "gaon-notice",
        "가온시 공지",
        "local_government",
        "https://gaon-city.example.com/",
        "강원특별자치도",
        read_today=2,
    ),
    Outlet("onsaemi", "온새미 협동조합지원센터", "support_centre", "https://onsaemi.example.com/", None, read_today=1),
    *(
        Outlet(
            f"paper{n:02}",
            f"{name}",
            "local_newspaper",
            f"https://paper{n:02}.example.com/",
            "강원특별자치도",
            read_today=3,
        )
        for n, name in enumerate(
            (
                "아라신문",
                "다솜타임즈",
                "시나브로뉴스",
                "여울일보",
                "한울신문",
                "달보드레저널",
                "미르뉴스",
                "너나울신문",
                "도담타임스",
                "라온경제",
            )
        )
    ),
    Outlet(
        "linkonly",
        "볕뉘신문",
        "local_newspaper",
        "https://byeotnwi.example.com/",
        "제주특별자치도",
        tier="link",
        read_today=1,
    ),
)
OUTLETS = tuple(replace(o, last_read_on=o.last_read_on or TODAY) for o in OUTLETS)


def _at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=SEOUL)


def _article(
    key: str, outlet: str, title: str, day: date, hour: int | None = 9, reprint: bool = False
) -> EditionArticle:
    board = outlet in ("haesol", "onsaemi", "gaon-notice")
    return EditionArticle(
        f"a-{key}",
        outlet,
        "board" if board else "news",
        title,
        f"https://{outlet}.example.com/view?no={key}",
        day,
        _at(day, hour) if hour is not None else day,
        reprint,
    )


D = timedelta(days=1)
BUDGET = tuple(
    _article(f"b{n:02}", f"paper{n:02}", title, TODAY - D, 9 + n % 8, n > 0)
    for n, title in enumerate(
        ["가온시, 내년 사회적경제 예산 18% 늘려", "가온시 사회적경제 예산 28억 3천만 원 편성"] * 5
    )
)
STORIES = (
    Story(
        "s-budget",
        (
            *BUDGET,
            _article("b10", "gaon-ilbo", "사회적경제 예산 늘린 가온시", TODAY, 7),
            _article("b11", "mirinae-news", "이웃 도시 가온시의 사회적경제 예산", TODAY, 6),
        ),
        "강원특별자치도",
        "가온시",
        "policy",
        ("governance", "finance"),
    ),
    Story(
        "s-moved",
        (
            _article("m1", "mirinae-news", "사회적경제 한마당, 다음 달 5일로 미뤄", TODAY - D),
            _article("m2", "gaon-notice", "제4회 한마당 일정 변경 알림", TODAY - D, None),
        ),
        "경기도",
        "미리내시",
        "event_notice",
        ("distribution_marketing",),
    ),
    Story(
        "s-moved-first",
        (_article("m0", "gaon-notice", "제4회 미리내 사회적경제 한마당 개최 알림", TODAY - 14 * D, None),),
        "경기도",
        "미리내시",
        "event_notice",
        ("distribution_marketing",),
    ),
    Story(
        "s-call",
        (
            _article("c1", "gaon-notice", "2027년 마을기업 신규 지정 모집 공고", TODAY - 5 * D, None),
            *(
                _article(f"c{n}", f"paper{n:02}", "가온시 마을기업 신규 모집", TODAY - 4 * D, 10, True)
                for n in (2, 3, 4, 5)
            ),
        ),
        "강원특별자치도",
        "가온시",
        "call",
        ("regional_regeneration",),
    ),
    Story(
        "s-care",
        (_article("k1", "neulpum", "돌봄 사회적협동조합 설립 교육 참여자 모집", TODAY - 6 * D),),
        "서울특별시",
        "늘품구",
        "call",
        ("care", "education"),
    ),
    Story(
        "s-online",
        (_article("o1", "onsaemi", "협동조합 결산 실무 강좌 엽니다", TODAY - 8 * D, None),),
        None,
        None,
        "event_notice",
        ("education",),
    ),
    Story(
        "s-share",
        (
            _article("f1", "gaon-ilbo", "전략기획연수 성과공유회 24일 열려", TODAY, 8),
            _article("f2", "mirinae-news", "성과공유회 24일 오후 3시", TODAY, 9, True),
        ),
        "서울특별시",
        "은솔구",
        "event_notice",
        ("governance", "social_innovation"),
    ),
    Story(
        "s-report",
        (_article("r1", "haesol", "햇살장터 잘 다녀왔습니다", TODAY - 9 * D, None),),
        "전북특별자치도",
        "해솔군",
        "report",
        ("distribution_marketing",),
    ),
    Story(
        "s-plain",
        (_article("p1", "mirinae-news", "미리내시 자활센터, 새 작업장 문 열어", TODAY, 6),),
        "경기도",
        "미리내시",
        "report",
        ("labour",),
    ),
    Story(
        "s-link",
        (_article("l1", "linkonly", "바닷가 마을기업이 사는 법", TODAY, 5),),
        "제주특별자치도",
        None,
        "people",
        ("regional_regeneration",),
    ),
)

EVENTS = (
    EventRow(
        "e-call",
        "2027년 마을기업 신규 지정 모집",
        TODAY - 5 * D,
        TODAY - 5 * D,
        sido="강원특별자치도",
        sigungu="가온시",
        start=TODAY - 5 * D,
        end=_at(TODAY + 2 * D, 18),
        application_start=TODAY - 5 * D,
        application_deadline=_at(TODAY + 2 * D, 18),
        audience="지역 주민 5명 이상이 출자한 법인",
        contact="가온시 사회적경제과 033-000-0100",
        kind="call",
        sectors=("regional_regeneration",),
        parties=(Party("host", "가온시", "o-gaon"),),
        article_ids=("a-c1", "a-c2", "a-c3", "a-c4", "a-c5"),
        evidence=(
            Evidence("application_deadline", "11월 22일 오후 6시까지", "a-c1"),
            Evidence("audience", "주민 5명 이상이 출자한 법인", "a-c1"),
        ),
        history=(Change(TODAY - 5 * D, "announced", "a-c1"),),
    ),
    EventRow(
        "e-care",
        "돌봄 사회적협동조합 설립 교육",
        TODAY - 6 * D,
        TODAY - 6 * D,
        sido="서울특별시",
        sigungu="늘품구",
        start=_at(TODAY + 9 * D, 14),
        end=_at(TODAY + 9 * D, 17),
        venue="늘품구청 3층 강당",
        fee="무료",
        audience="선착순 20명",
        application_deadline=TODAY + 3 * D,
        kind="education",
        sectors=("care", "education"),
        parties=(Party("host", "늘품구 사회적경제지원센터", "o-neulpum"),),
        article_ids=("a-k1",),
        evidence=(
            Evidence("start", "29일 오후 2시", "a-k1"),
            Evidence("application_deadline", "23일까지", "a-k1"),
            Evidence("venue", "늘품구청 3층 강당", "a-k1"),
        ),
        history=(Change(TODAY - 6 * D, "announced", "a-k1"),),
    ),
    EventRow(
        "e-fair",
        "제4회 미리내 사회적경제 한마당",
        TODAY - 14 * D,
        TODAY - D,
        sido="경기도",
        sigungu="미리내시",
        start=_at(date(2026, 12, 5), 11),
        end=_at(date(2026, 12, 5), 17),
        venue="미리내시청 앞 광장",
        fee=None,
        status="postponed",
        original_start=date(2026, 11, 28),
        sequence=1,
        kind="festival",
        sectors=("distribution_marketing",),
        parties=(
            Party("host", "미리내시", "o-mirinae"),
            Party("organiser", "미리내사회적경제협의회", "o-council"),
            Party("sponsor", "라온신용협동조합"),
        ),
        article_ids=("a-m0", "a-m1", "a-m2"),
        evidence=(
            Evidence("start", "다음 달 5일로 일주일 미뤄", "a-m1"),
            Evidence("original_start", "오는 28일(토)", "a-m0"),
            Evidence("venue", "시청 앞 광장", "a-m1"),
            Evidence("venue", "시청 앞 광장", "a-m0"),
        ),
        history=(
            Change(TODAY - 14 * D, "announced", "a-m0", "start", None, "11월 28일 토요일"),
            Change(TODAY - D, "postponed", "a-m1", "start", "11월 28일 토요일", "12월 5일 토요일 11:00–17:00"),
        ),
        claims=(Claim("end", "12월 5일 17:00", "a-m1", True), Claim("end", "12월 5일 18:00", "a-m2")),
    ),
    EventRow(
        "e-share",
        "사회적경제 전략기획연수 성과공유회",
        TODAY,
        TODAY,
        sido="서울특별시",
        sigungu="은솔구",
        start=_at(TODAY + 4 * D, 15),
        end=_at(TODAY + 4 * D, 18),
        venue="상상청 2층 상상의숲",
        kind="showcase",
        sectors=("governance", "social_innovation"),
        parties=(Party("host", "서울시사회적경제지원센터", "o-seoul"),),
        article_ids=("a-f1", "a-f2"),
        evidence=(
            Evidence("start", "24일 오후 3시~6시", "a-f1"),
            Evidence("title", "‘사회적경제 전략기획연수 성과공유회’", "a-f1"),
        ),
        history=(Change(TODAY, "announced", "a-f1"),),
    ),
    EventRow(
        "e-online",
        "협동조합 결산 실무 강좌",
        TODAY - 8 * D,
        TODAY - 8 * D,
        online=True,
        start=_at(TODAY + 5 * D, 19),
        end=_at(TODAY + 5 * D, 21),
        status="recurring",
        recurrence="FREQ=WEEKLY;BYDAY=WE;COUNT=4",
        kind="education",
        sectors=("education",),
        parties=(Party("host", "온새미 협동조합지원센터", "o-onsaemi"),),
        article_ids=("a-o1",),
        evidence=(Evidence("recurrence", "매주 수요일 저녁 7시", "a-o1"),),
        history=(Change(TODAY - 8 * D, "announced", "a-o1"),),
    ),
    EventRow(
        "e-past",
        "햇살장터",
        TODAY - 9 * D,
        TODAY - 9 * D,
        sido="전북특별자치도",
        sigungu="해솔군",
        start=TODAY - 10 * D,
        venue="해솔초등학교 운동장",
        status="held",
        kind="market",
        sectors=("distribution_marketing",),
        article_ids=("a-r1",),
        history=(Change(TODAY - 9 * D, "reported", "a-r1"),),
    ),
    EventRow(
        "e-nodate",
        "가온 마을기업 박람회",
        TODAY - 4 * D,
        TODAY - 4 * D,
        sido="강원특별자치도",
        sigungu="가온시",
        kind="festival",
        notes=("month_only:2026-12",),
        article_ids=("a-c2",),
        history=(Change(TODAY - 4 * D, "announced", "a-c2"),),
    ),
    EventRow(
        "e-off",
        "늘품 나눔 바자회",
        TODAY - 6 * D,
        TODAY,
        sido="서울특별시",
        sigungu="늘품구",
        start=TODAY + 6 * D,
        status="cancelled",
        sequence=1,
        kind="market",
        article_ids=("a-k1", "a-p1"),
        history=(
            Change(TODAY - 6 * D, "announced", "a-k1"),
            Change(TODAY, "cancelled", "a-p1", "status", "예정", "취소"),
        ),
        parties=(Party("host", "늘품구 사회적경제지원센터", "o-neulpum"),),
    ),
)


def _months(key: str) -> tuple[tuple[str, int], ...]:
    return tuple((f"a-{k}", 1 + n % 3) for n, k in enumerate(key.split()))


ORGANISATIONS = (
    OrganisationRow(
        "o-onsaemi",
        "온새미 협동조합지원센터",
        "support_centre",
        None,
        None,
        ("education",),
        (("온새미 협동조합지원센터", 3), ("온새미센터", 2)),
        (KindSpan("support_centre", TODAY - 8 * D, TODAY, 5),),
        _months("o1 f1 b00 b10 p1"),
    ),
    OrganisationRow(
        "o-mirinae",
        "미리내시",
        "local_government",
        "경기도",
        "미리내시",
        (),
        (("미리내시", 4),),
        (),
        _months("m0 m1 m2 b11"),
    ),
    OrganisationRow(
        "o-council",
        "미리내사회적경제협의회",
        "association_network",
        "경기도",
        "미리내시",
        ("distribution_marketing",),
        (("미리내사회적경제협의회", 2), ("㈔미리내사회적경제협의회", 1), ("협의회", 1)),
        (),
        _months("m0 m1"),
    ),
    OrganisationRow(
        "o-gaon",
        "가온시",
        "local_government",
        "강원특별자치도",
        "가온시",
        (),
        (("가온시", 14),),
        (),
        _months("c1 c2 c3 b00 b01 b02 b03 b10"),
    ),
    OrganisationRow(
        "o-neulpum",
        "늘품구 사회적경제지원센터",
        "support_centre",
        "서울특별시",
        "늘품구",
        ("care",),
        (("늘품구 사회적경제지원센터", 1),),
        (),
        _months("k1"),
    ),
    OrganisationRow(
        "o-seoul",
        "서울시사회적경제지원센터",
        "support_centre",
        "서울특별시",
        None,
        (),
        (("서울시사회적경제지원센터", 2), ("센터", 2)),
        (),
        _months("f1 f2"),
    ),
    OrganisationRow(
        "o-haenal",
        "햇살사회적협동조합",
        "social_cooperative",
        "전북특별자치도",
        "해솔군",
        ("food_agriculture",),
        (("햇살사회적협동조합", 1), ("햇살마을기업", 1)),
        (
            KindSpan("village_enterprise", date(2021, 3, 2), date(2023, 5, 1), 4),
            KindSpan("social_cooperative", date(2023, 6, 1), TODAY, 6),
        ),
        _months("r1"),
    ),
)

FIGURES = (
    Figure("a-b00", 2_830_000_000, "28억 3천만 원", "가온시 사회적경제 예산", "예산", "KRW", "2027"),
    Figure("a-b00", 18, "18%", "가온시 사회적경제 예산", "늘어난 몫", "%"),
)


def edition(**changes: object) -> Edition:
    """The invented release, with fields replaced on demand."""
    made = Edition(
        TODAY,
        OUTLETS,
        STORIES,
        EVENTS,
        ORGANISATIONS,
        FIGURES,
        (Redirect("event", "e-fair-old", "e-fair"), Redirect("organisation", "o-onsaemi-old", "o-onsaemi")),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


HOSTILE = (
    "<script>alert(1)</script>",
    '=HYPERLINK("http://x.example.com")',
    "+82|' /C calc'!A0",
    "@SUM(1+1)",
    "a\r\nBEGIN:VEVENT\r\nSUMMARY:끼움\r\nEND:VEVENT",
    "{{ 7*7 }} {% raw %} ${7*7}",
    "\u202eevil\u202c 뒤집기 \u2066x\u2069",
    "]]> & <svg onload=alert(1)>",
    "x" * 2000,
    "\x00\x08 제어 \ufffe\uffff \ud800 글자",
)
"""Titles that try to be markup, script, template, formula, calendar line, or to turn the reading direction."""


def hostile_edition() -> Edition:
    """A release whose every title, venue, id and address is hostile."""
    outlet = Outlet("bad", "<b>나쁜</b> 매체", "local_newspaper", "javascript:alert(1)")
    stories = tuple(
        Story(f"h{n}", (EditionArticle(f"ha{n}", "bad", "news", title, "javascript:alert(1)//", TODAY, TODAY),))
        for n, title in enumerate(HOSTILE)
    )
    bodies = tuple(
        OrganisationRow(
            f"../o{n}", title[:120], "cooperative", "경기도", title, ("care",),
            ((title[:110], 1), (title[:90] + "b", 1)), (KindSpan("cooperative", TODAY, TODAY, 1),), ((f"ha{n}", 1),),
        )
        for n, title in enumerate(HOSTILE)
    )  # fmt: skip
    events = tuple(
        replace(
            EVENTS[3], id=f"../h{n}", uid=f"h{n}", title=title, venue=title, fee=title, audience=title, contact=title,
            recurrence=title, status="recurring", sigungu=title, article_ids=(f"ha{n}",),
            parties=(Party("host", title, f"../o{n}"), Party("sponsor", title + "!")),
            evidence=(Evidence("start", title[:40], f"ha{n}"), Evidence("venue", title[:40], f"ha{n}")),
            history=(
                Change(TODAY, "announced", f"ha{n}", "start", None, title),
                Change(TODAY, "moved", f"ha{n}", "venue", title, title),
            ),
            claims=(Claim("venue", title, f"ha{n}", True), Claim("venue", title + "?", f"ha{n}", False)),
            application_deadline=TODAY + 2 * D,
        )
        for n, title in enumerate(HOSTILE)
    )  # fmt: skip
    return edition(outlets=(outlet,), stories=stories, events=events, organisations=bodies, figures=(), redirects=())
