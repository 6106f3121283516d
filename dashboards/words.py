"""Korean wording: what codes are called, how days are said, and particles (조사).

A code without words is shown as «기타»; a test holds the lists to the guideline's codes.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Final

WEEKDAYS: Final = "월화수목금토일"

LABELS: Final[Mapping[str, Mapping[str, str]]] = {
    "sector": {
        "governance": "거버넌스", "regional_regeneration": "지역재생", "finance": "금융", "care": "돌봄",
        "labour": "노동", "social_innovation": "사회혁신", "education": "교육", "environment": "환경",
        "food_agriculture": "먹거리·농업", "culture_tourism": "문화·관광", "distribution_marketing": "유통·판로",
    },
    "organisation_type": {
        "social_enterprise": "사회적기업", "preliminary_social_enterprise": "예비사회적기업",
        "cooperative": "협동조합", "social_cooperative": "사회적협동조합", "consumer_cooperative": "소비자생협",
        "village_enterprise": "마을기업", "self_sufficiency": "자활", "social_venture": "소셜벤처",
        "support_centre": "중간지원조직", "association_network": "협의회·연합", "foundation": "재단",
        "social_finance": "사회적금융", "public_agency": "공공기관", "local_government": "지방자치단체",
        "central_government": "중앙행정기관", "education": "교육기관", "company": "기업", "foreign": "해외",
        "media": "언론", "other": "기타",
    },
    "event_kind": {
        "call": "모집·공모", "education": "교육·강좌", "market": "장터·판매", "assembly": "총회·회의",
        "forum": "포럼·토론", "festival": "축제·기념", "ceremony": "협약·개소", "showcase": "발표·시상",
        "briefing": "설명회·상담", "other": "기타",
    },
    "event_status": {
        "scheduled": "예정", "held": "종료", "postponed": "연기", "cancelled": "취소", "recurring": "반복",
    },
    "item_kind": {
        "event_notice": "행사 안내", "call": "모집·공고", "report": "보도·후기", "policy": "정책",
        "people": "사람", "opinion": "기고·의견",
    },
    "outlet_kind": {
        "social_economy_media": "사회적경제 매체", "local_newspaper": "지역신문",
        "national_newspaper_section": "전국지 지역면", "support_centre": "중간지원조직", "association": "협의회·단체",
        "local_government": "지방자치단체", "public_agency": "공공기관", "forum": "게시판", "cooperative": "협동조합",
        "other": "기타",
    },
    "outlet_state": {"ok": "정상", "trouble": "읽지 못함", "resting": "쉬는 중", "never": "아직 읽지 않음"},
    "channel": {"news": "신문", "board": "게시판"},
    "change_kind": {
        "announced": "첫 안내", "moved": "날짜 변경", "postponed": "연기", "cancelled": "취소", "corrected": "정정",
        "detail": "내용 변경", "reported": "개최 소식",
    },
    "field": {
        "title": "행사명", "start": "일시", "end": "종료", "venue": "장소", "address_region": "지역", "hosts": "주최",
        "organisers": "주관", "sponsors": "후원", "audience": "대상", "fee": "참가비", "contact": "문의",
        "status": "상태", "application_start": "신청 시작", "application_deadline": "신청 마감", "recurrence": "반복",
        "online": "온라인", "original_start": "변경 전", "sectors": "분야",
    },
    "official_list": {
        "social_enterprise": "사회적기업 인증", "cooperative": "협동조합 신고·인가",
        "village_enterprise": "마을기업 지정",
    },
    "kind_standing": {"now": "지금", "before": "예전", "lapsed": "목록에서 빠짐"},
    "party_role": {"host": "주최", "organiser": "주관", "sponsor": "후원"},
    "trouble": {
        "gone": "페이지가 없어짐", "secret": "비밀번호가 걸림", "closed": "로그인이 필요함",
        "server_error": "서버 오류", "engine_error": "사이트 오류", "redirect": "다른 주소로 넘어감",
        "feed_off": "피드가 닫힘", "not_a_page": "글이 아닌 것을 보냄", "empty": "빈 페이지",
        "truncated": "페이지가 잘림", "layout_changed": "화면 구성이 바뀜",
        "unreadable": "읽을 수 없는 형식", "robots": "수집을 허용하지 않음",
        "timeout": "응답이 없음", "network": "연결되지 않음", "dns": "주소를 찾지 못함", "tls": "보안 연결 실패",
        "too_few": "글이 평소보다 적음", "too_large": "페이지가 너무 큼", "blocked": "접속이 막힘",
        "unreachable": "응답이 없음", "busy": "잠시 기다려 달라고 함", "error_page": "오류 페이지를 보냄",
        "moved": "주소가 바뀜", "redesigned": "화면 구성이 바뀜", "not_a_list": "목록이 아닌 것을 보냄",
        "encoding": "글자가 깨짐", "dates": "날짜가 잘못됨", "short": "글이 잘려 옴",
        "duplicated": "모두 같은 글을 보냄", "stale": "새 글이 끊김", "slow": "응답이 늦음",
    },
    "note": {
        "broken_date": "원문의 날짜가 깨져 있어 요일과 앞뒤 내용으로 읽었습니다",
        "month_only": "날짜는 정해지지 않고 달만 알려졌습니다", "fuzzy_date": "날짜가 아직 분명하지 않습니다",
        "week_only": "날짜는 정해지지 않고 주만 알려졌습니다",
        "weekday_mismatch": "원문의 날짜와 요일이 서로 맞지 않습니다",
        "unresolved": "원문만으로는 날짜를 정할 수 없습니다",
    },
}  # fmt: skip


def cut(text: str, most: int = 110) -> str:
    """At most so many characters for a line of a list; what was cut off ends in «…»."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def label(subject: str, code: str | None) -> str:
    """The words of a code; «기타» where we have none."""
    return LABELS[subject].get(code or "", "기타")


_CONTRACTED: Final = {"충청": "충", "전라": "전", "경상": "경"}


def short_region(sido: str | None) -> str:
    """«강원특별자치도» → «강원», «충청남도» → «충남»; «전국» where none is stated."""
    if not sido:
        return "전국"
    first = _CONTRACTED.get(sido[:2])
    return first + sido[2] if first and len(sido) > 2 and sido[2] in "남북" else sido[:2]


# --- particles ----------------------------------------------------------------------------

_DIGITS_WITH_FINAL: Final = frozenset("013678")
_LETTERS_WITH_FINAL: Final = frozenset("lmnrLMNR")
_RIEUL: Final = frozenset("178lrLR")


def _final(word: str) -> int:
    """Final consonant of the last sound: 0 none, 8 ㄹ, else some other (Unicode order)."""
    for char in reversed(word):
        if "가" <= char <= "힣":
            return (ord(char) - 0xAC00) % 28
        if char in _RIEUL:
            return 8
        if char in _DIGITS_WITH_FINAL or char in _LETTERS_WITH_FINAL:
            return 1
        if char.isalnum():
            return 0
    return 0


def josa(word: str, pair: str) -> str:
    """`josa("가온시", "을/를")` → «가온시를»; «(으)로» follows ㄹ as it follows a vowel."""
    closed, open_ = pair.split("/")
    final = _final(word)
    takes_open = final == 0 or (closed == "으로" and final == 8)
    return word + (open_ if takes_open else closed)


# --- days ---------------------------------------------------------------------------------


def weekday(day: date) -> str:
    """«금요일»."""
    return WEEKDAYS[day.weekday()]


def day_words(day: date, today: date) -> str:
    """«11월 20일 금요일»; the year is said where it is not this year."""
    year = f"{day.year}년 " if day.year != today.year else ""
    return f"{year}{day.month}월 {day.day}일 {weekday(day)}요일"


def short_day(day: date, today: date) -> str:
    """«11월 20일», with the year where it is not this year."""
    return (f"{day.year}년 " if day.year != today.year else "") + f"{day.month}월 {day.day}일"


def loose_day(written: str) -> str:
    """A day, a month or a year as a list gives it: «2013-05-01» → «2013년 5월 1일», «2020» → «2020년»."""
    return " ".join(f"{int(part)}{unit}" for part, unit in zip(written.split("-"), "년월일", strict=False))


def clock(moment: date | datetime | None) -> str:
    """«15:00», or nothing where no time is known."""
    return f"{moment.hour:02}:{moment.minute:02}" if isinstance(moment, datetime) else ""


def _as_day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def hours(start: date | datetime | None, end: date | datetime | None, today: date) -> str:
    """What stands beside a day box: «15:00–18:00», «26일까지», «19:00, 26일까지», or nothing."""
    if start is None:
        return ""
    if end is None or _as_day(end) == _as_day(start):
        closing = clock(end)
        return f"{clock(start)}–{closing}" if closing and clock(start) else clock(start)
    if clock(start) and clock(end):
        return f"{clock(start)} – {short_day(_as_day(end), today)} {clock(end)}"
    last = _as_day(end)
    same_month = (last.year, last.month) == (_as_day(start).year, _as_day(start).month)
    closing = f"{last.day}일까지" if same_month else f"{short_day(last, today)}까지"
    return ", ".join(filter(None, (clock(start), closing)))


def session_hours(start: date | datetime | None, end: date | datetime | None) -> str:
    """The hours of one time of something that repeats: «19:00–21:00». Its `end` may be the last of many days."""
    return "–".join(filter(None, (clock(start), clock(start) and clock(end))))


def full_when(start: date | datetime | None, end: date | datetime | None, today: date) -> str:
    """«11월 24일 화요일 15:00–18:00», «12월 3일 목요일 – 5일 토요일»; «날짜 미정» where no day is known."""
    if start is None:
        return "날짜 미정"
    first = day_words(_as_day(start), today)
    if end is None or _as_day(end) == _as_day(start):
        return " ".join(filter(None, (first, hours(start, end, today))))
    last = _as_day(end)
    said = day_words(last, today)
    if (last.year, last.month) == (_as_day(start).year, _as_day(start).month):
        said = f"{last.day}일 {weekday(last)}요일"
    return " ".join(filter(None, (first, clock(start), "–", said, clock(end))))


def until(moment: date | datetime, today: date) -> str:
    """«22일 18:00까지», and the month where it is another one."""
    day = _as_day(moment)
    # «24:00» of a day is stored as 00:00 of the next (guideline §10); a reader expects the day itself.
    if isinstance(moment, datetime) and (moment.hour, moment.minute) == (0, 0):
        return f"{short_day(day - timedelta(days=1), today)} 24:00까지"
    return " ".join(filter(None, (short_day(day, today), clock(moment)))) + "까지"


def until_beside(moment: date | datetime) -> str:
    """The same beside a day box, which shows the month: «22일 18:00까지»."""
    hour = "24:00" if closing_day(moment) != _as_day(moment) else clock(moment)
    return " ".join(filter(None, (f"{closing_day(moment).day}일", hour))) + "까지"


def closing_day(moment: date | datetime) -> date:
    """The day a deadline belongs to: midnight is the end of the day before."""
    if isinstance(moment, datetime) and (moment.hour, moment.minute) == (0, 0):
        return moment.date() - timedelta(days=1)
    return _as_day(moment)


def countdown(day: date, today: date) -> str:
    """«D-2», «오늘», «지남»."""
    left = (day - today).days
    if left == 0:
        return "오늘"
    return f"D-{left}" if left > 0 else "지남"


def near(day: date, today: date) -> str:
    """«오늘», «내일», or nothing: what a day box says instead of its weekday."""
    return {0: "오늘", 1: "내일"}.get((day - today).days, "")


def ago(day: date, today: date) -> str:
    """«오늘», «어제», else the day itself."""
    return {0: "오늘", 1: "어제"}.get((today - day).days) or short_day(day, today)


def outlets_words(outlets: int, boards: int = 0) -> str:
    """«매체 6곳 · 게시판 1곳»."""
    news = outlets - boards
    return " · ".join(filter(None, (f"매체 {news}곳" if news else "", f"게시판 {boards}곳" if boards else "")))
