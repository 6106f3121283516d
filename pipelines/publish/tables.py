"""The public tables, with the meaning of every column: the one place for these words.

A new column goes here and into `rows.py`; a test fails where the two differ. `SCHEMA_VERSION`
follows semantic versioning for the users of the data: a removed or re-meant column is a major
step, a new one a minor step.
"""

from __future__ import annotations

from pipelines.publish.schema import Column, Kind, Table

SCHEMA_VERSION = "1.1.0"


def _c(name: str, kind: Kind, meaning: str, *, null: bool = False, ref: str | None = None) -> Column:
    return Column(name, kind, meaning, null, ref)


def _place(of: str) -> tuple[Column, Column]:
    return (
        _c("sido", "code", f"{of}의 시·도. 그날 쓰던 이름으로, 밝히지 않았으면 비어 있다", null=True),
        _c("sigungu", "value", f"{of}의 시·군·구. 밝히지 않았으면 비어 있다", null=True),
    )


TABLES: tuple[Table, ...] = (
    Table(
        "release", "이 발행본에 대한 한 줄",
        (
            _c("version", "id", "발행본 이름: 기준일과 내용 지문. 내용이 같으면 이름도 같다"),
            _c("schema_version", "code", "표 구조의 판. 앞자리가 바뀌면 예전 질의가 맞지 않을 수 있다"),
            _c("as_of", "day", "기준일(서울). «오늘»은 이날이다"),
            _c("banner", "ours", "약속을 다 지키지 못한 채 발행했을 때의 알림 글", null=True),
        ),
        key=("version",),
    ),
    Table(
        "label", "코드마다 읽는 이에게 보이는 우리말",
        (
            _c("subject", "code", "무엇의 코드인가: sector, organisation_type, event_kind, event_status…"),
            _c("code", "code", "코드"),
            _c("words", "ours", "우리말"),
        ),
        key=("subject", "code"),
    ),
    Table(
        "outlet", "읽는 곳: 신문과 게시판",
        (
            _c("outlet_id", "id", "출처의 ID. 바뀌지 않는다"),
            _c("name", "title", "이름"),
            _c("kind", "code", "종류: 지역신문, 게시판, 공공기관…"),
            _c("home", "link", "첫 화면 주소"),
            _c("region", "code", "자리한 시·도", null=True),
            _c("tier", "code", "싣는 정도. facts: 우리 줄과 제목·링크, link: 제목과 링크만, snippet: 약속한 발췌"),
            _c("state", "code", "요즘 상태. ok: 잘 읽힘, trouble: 못 읽음, resting: 쉬는 중, never: 아직 읽은 적 없음"),
            _c("trouble", "code", "못 읽은 까닭의 코드", null=True),
            _c("last_read_on", "day", "마지막으로 잘 읽은 날", null=True),
            _c("expected", "count", "제 이력에 견준 하루 글 수", null=True),
            _c("read_today", "count", "기준일에 새로 읽은 글 수"),
        ),
        key=("outlet_id",),
    ),
    Table(
        "story", "소식: 여러 매체가 전한 같은 소식은 한 줄이다",
        (
            _c("story_id", "id", "소식의 ID"),
            _c("lead_article_id", "id", "맨 먼저 전한 글", ref="article"),
            _c("title", "title", "맨 먼저 전한 글의 제목"),
            _c("day", "day", "소식의 날: 처음 실린 날. 모르면 처음 본 날"),
            _c("first_seen_on", "day", "우리가 처음 본 날"),
            *_place("소식이 다루는 곳"),
            _c("item_kind", "code", "글의 종류: event_notice, call, report, policy, people, opinion", null=True),
            _c("article_count", "count", "글 수"),
            _c("outlet_count", "count", "매체 수"),
        ),
        key=("story_id",),
        indexes=(("day",), ("first_seen_on",), ("sido", "day")),
    ),
    Table(
        "article", "글: 제목과 출처, 링크뿐이다. 본문은 싣지 않는다",
        (
            _c("article_id", "id", "글의 ID. 주소의 바뀌지 않는 부분에서 만든다"),
            _c("story_id", "id", "어느 소식의 글인가", ref="story"),
            _c("outlet_id", "id", "어디에 실렸나", ref="outlet"),
            _c("channel", "code", "news: 신문, board: 게시판"),
            _c("title", "title", "글의 제목"),
            _c("url", "link", "글의 주소"),
            _c("published_at", "moment", "실린 때(서울), 또는 날짜만. 본 날보다 뒤라고 적은 글은 비어 있다", null=True),
            _c("published_on", "day", "실린 날(서울)", null=True),
            _c("first_seen_on", "day", "우리가 처음 본 날"),
            _c("reprint", "flag", "1이면 먼저 실린 글과 같은 글을 옮겨 실은 것"),
        ),
        key=("article_id",),
        indexes=(("story_id",), ("outlet_id", "published_on", "reprint"), ("published_on",)),
    ),
    Table(
        "story_sector", "소식이 다루는 분야. 한 소식에 여럿일 수 있다",
        (_c("story_id", "id", "소식", ref="story"), _c("sector", "code", "분야의 코드. label 표에 우리말이 있다")),
        key=("story_id", "sector"),
        indexes=(("sector",),),
    ),
    Table(
        "event", "행사와 모집: 갈 수 있거나, 낼 수 있거나, 있었던 일",
        (
            _c("event_id", "id", "행사의 ID. 합쳐진 뒤에도 옛 ID가 redirect 표에 남는다"),
            _c("uid", "id", "달력(iCalendar)의 UID"),
            _c("title", "title", "이름"),
            _c("kind", "code", "종류의 코드. label 표에 우리말이 있다"),
            _c("status", "code", "scheduled: 예정, held: 종료, postponed: 연기, cancelled: 취소, recurring: 반복"),
            _c("start_at", "moment", "시작(서울). 시각을 밝히지 않았으면 날짜만, 날짜도 모르면 비어 있다", null=True),
            _c("end_at", "moment", "끝. 밝히지 않았으면 비어 있다", null=True),
            _c("start_on", "day", "시작하는 날", null=True),
            _c("end_on", "day", "끝나는 날. 밝히지 않았으면 시작하는 날", null=True),
            _c("all_day", "flag", "1이면 시각을 모른다"),
            _c("venue", "value", "곳", null=True),
            *_place("열리는 곳"),
            _c("online", "flag", "1이면 온라인으로도 함께할 수 있다"),
            _c("audience", "value", "대상", null=True),
            _c("fee", "value", "참가비", null=True),
            _c("contact", "value", "문의: 기관의 대표 연락처만", null=True),
            _c("application_start", "moment", "신청이 열리는 때", null=True),
            _c("application_deadline", "moment", "신청 마감", null=True),
            _c("deadline_on", "day", "신청 마감일", null=True),
            _c("recurrence", "value", "반복 규칙(RFC 5545 RRULE 또는 글에 적힌 말)", null=True),
            _c("original_start", "moment", "바뀌기 전의 날짜", null=True),
            _c("sequence", "count", "때·곳·상태가 바뀐 횟수(달력의 SEQUENCE)"),
            _c("first_seen_on", "day", "우리가 처음 본 날"),
            _c("changed_on", "day", "마지막으로 바뀐 날"),
            _c("notes", "ours", "살필 점의 코드, 빈칸으로 나눔: month_only, broken_date…", null=True),
            _c("parent_id", "id", "이 행사를 품은 큰 행사. 한 글이 둘을 함께 알렸을 때만", null=True, ref="event"),
        ),
        key=("event_id",),
        indexes=(("start_on",), ("deadline_on",), ("sido", "start_on"), ("changed_on",), ("parent_id",)),
    ),
    Table(
        "event_sector", "행사의 분야. 한 행사에 여럿일 수 있다",
        (_c("event_id", "id", "행사", ref="event"), _c("sector", "code", "분야의 코드")),
        key=("event_id", "sector"),
        indexes=(("sector",),),
    ),
    Table(
        "event_party", "누가 여나: 주최, 주관, 후원. 글에 적힌 것만",
        (
            _c("event_id", "id", "행사", ref="event"),
            _c("role", "code", "host: 주최, organiser: 주관, sponsor: 후원"),
            _c("name", "value", "글에 적힌 이름"),
            _c("organisation_id", "id", "조직. 알려진 곳일 때만", null=True, ref="organisation"),
        ),
        key=("event_id", "role", "name"),
        indexes=(("organisation_id",),),
    ),
    Table(
        "event_article", "행사를 전한 글",
        (_c("event_id", "id", "행사", ref="event"), _c("article_id", "id", "글", ref="article")),
        key=("event_id", "article_id"),
        indexes=(("article_id",),),
    ),
    Table(
        "event_evidence", "근거: 값을 읽은 바로 그 낱말들. 문장은 싣지 않는다",
        (
            _c("event_id", "id", "행사", ref="event"),
            _c("field", "code", "어느 값의 근거인가(event 표의 열)"),
            _c("article_id", "id", "읽은 글. 사람이 바로잡은 값이면 비어 있다", null=True, ref="article"),
            _c("words", "evidence", "글, 제목, 글쓴이 줄에 적힌 그대로, 40자까지. 사람이 고쳤으면 누가 언제"),
        ),
        key=("event_id", "field", "article_id", "words"),
    ),
    Table(
        "event_change", "행사가 지나온 길: 알림, 바뀜, 취소, 정정, 종료",
        (
            _c("event_id", "id", "행사", ref="event"),
            _c("step", "count", "몇째 걸음인가, 1부터"),
            _c("on_day", "day", "그 일이 알려진 날"),
            _c("kind", "code", "announced, moved, cancelled, corrected, detail, reported"),
            _c("field", "code", "바뀐 열", null=True),
            _c("before", "value", "앞의 값", null=True),
            _c("after", "value", "뒤의 값", null=True),
            _c("article_id", "id", "알려 준 글", null=True, ref="article"),
        ),
        key=("event_id", "step"),
        indexes=(("on_day",),),
    ),
    Table(
        "event_claim", "엇갈리는 말: 글마다 다르게 적은 값",
        (
            _c("event_id", "id", "행사", ref="event"),
            _c("field", "code", "엇갈리는 열"),
            _c("article_id", "id", "그렇게 적은 글", ref="article"),
            _c("value", "value", "그 글이 적은 값"),
            _c("chosen", "flag", "1이면 event 표에 실은 값"),
        ),
        key=("event_id", "field", "article_id"),
    ),
    Table(
        "organisation", "조직: 여러 이름으로 적힌 같은 곳은 한 줄이다",
        (
            _c("organisation_id", "id", "조직의 ID. 합쳐진 뒤에도 옛 ID가 redirect 표에 남는다"),
            _c("name", "title", "가장 온전한 이름"),
            _c("type", "code", "종류의 코드. label 표에 우리말이 있다"),
            *_place("조직이 자리한 곳"),
            _c("article_count", "count", "이름이 나온 글 수"),
            _c("event_count", "count", "주최·주관·후원한 행사 수"),
            _c("first_on", "day", "처음 나온 날", null=True),
            _c("last_on", "day", "마지막으로 나온 날", null=True),
            _c("parent_id", "id", "이 조직이 딸린 조직(Popolo·HSDS의 상위 조직). 이름으로 알 수 있을 때만", null=True),
        ),
        key=("organisation_id",),
        indexes=(("name",), ("type",), ("sido",), ("parent_id",)),
    ),
    Table(
        "organisation_name", "조직을 적은 여러 꼴",
        (
            _c("organisation_id", "id", "조직", ref="organisation"),
            _c("name", "title", "글에 적힌 이름"),
            _c("articles", "count", "그렇게 적은 글 수"),
        ),
        key=("organisation_id", "name"),
        indexes=(("name",),),
    ),
    Table(
        "organisation_identifier", "공식 목록에서 조직이 가진 번호(Popolo identifiers, HSDS organization_identifier)",
        (
            _c("list", "code", "어느 목록인가: social_enterprise, cooperative, village_enterprise"),
            _c("number", "id", "목록의 번호. 번호 없는 목록이면 이름@지역"),
            _c("organisation_id", "id", "조직", ref="organisation"),
            _c("listed_name", "title", "목록에 적힌 이름"),
            _c("valid_from", "code", "인증·신고·지정된 때: 날, 달 또는 해", null=True),
            _c("valid_until", "day", "목록에서 빠진 것을 안 날", null=True),
        ),
        key=("list", "number"),
        indexes=(("organisation_id",),),
    ),
    Table(
        "organisation_kind", "조직이 언제 어떤 종류로 불렸나",
        (
            _c("organisation_id", "id", "조직", ref="organisation"),
            _c("type", "code", "종류의 코드"),
            _c("first_on", "day", "그 종류로 처음 적힌 날. 목록에만 있으면 비어 있다", null=True),
            _c("last_on", "day", "그 종류로 마지막에 적힌 날", null=True),
            _c("articles", "count", "그렇게 적은 글 수"),
            _c("valid_from", "code", "공식 목록이 밝힌 시작: 날, 달 또는 해", null=True),
            _c("valid_until", "day", "공식 목록에서 빠진 것을 안 날", null=True),
            _c("standing", "code", "now 지금, before 다른 종류로 바뀌기 전, lapsed 목록에서 빠짐"),
        ),
        key=("organisation_id", "type"),
    ),
    Table(
        "organisation_sector", "조직의 분야. 이름이 나온 소식에서 헤아린다",
        (_c("organisation_id", "id", "조직", ref="organisation"), _c("sector", "code", "분야의 코드")),
        key=("organisation_id", "sector"),
        indexes=(("sector",),),
    ),
    Table(
        "mention", "어느 글이 어느 조직을 몇 번 적었나",
        (
            _c("organisation_id", "id", "조직", ref="organisation"),
            _c("article_id", "id", "글", ref="article"),
            _c("times", "count", "적힌 횟수"),
        ),
        key=("organisation_id", "article_id"),
        indexes=(("article_id",),),
    ),
    Table(
        "figure", "글이 밝힌 숫자: 4만3400개 → 43400",
        (
            _c("article_id", "id", "밝힌 글", ref="article"),
            _c("number", "count", "그 글에서 몇째 숫자인가, 1부터"),
            _c("subject", "value", "누구의, 무엇의 숫자인가", null=True),
            _c("measure", "value", "무엇을 센 것인가", null=True),
            _c("value", "number", "숫자"),
            _c("unit", "code", "단위", null=True),
            _c("stated_for", "code", "언제의 숫자인가. 아직 읽지 않아 늘 비어 있다", null=True),
            _c("words", "evidence", "글에 적힌 그대로, 40자까지"),
        ),
        key=("article_id", "number"),
    ),
    Table(
        "redirect", "합쳐져 다른 ID를 가리키게 된 옛 ID",
        (
            _c("subject", "code", "event 또는 organisation"),
            _c("old_id", "id", "옛 ID"),
            _c("new_id", "id", "지금 ID"),
        ),
        key=("subject", "old_id"),
    ),
    Table(
        "search_item",
        "찾기의 한 줄. 찾기 색인(search, FTS5)의 rowid가 item_id다. 색인은 띄어쓰기 없이 두 글자씩이고, 형태소는 없다",
        (
            _c("item_id", "count", "차례. 새것일수록 크다. 발행본마다 다를 수 있다"),
            _c("subject", "code", "story, event, organisation"),
            _c("subject_id", "id", "그 ID"),
            _c("title", "title", "제목이나 이름"),
            _c("line", "ours", "우리 줄: 때, 곳, 누가, 매체 수"),
            _c("day", "day", "차례를 매기는 날", null=True),
        ),
        key=("item_id",),
        indexes=(("subject", "subject_id"),),
        as_written=True,
    ),
    Table(
        "dictionary", "이 표: 표와 열의 뜻",
        (
            _c("table_name", "code", "표나 보기(view)의 이름"),
            _c("column_name", "code", "열의 이름. 빈 글이면 표 자체의 뜻"),
            _c("kind", "code", "무엇을 담나: 코드, 제목, 값, 근거, 날짜, 셈…"),
            _c("meaning", "ours", "뜻"),
        ),
        key=("table_name", "column_name"),
        as_written=True,
    ),
)  # fmt: skip

BY_NAME: dict[str, Table] = {table.name: table for table in TABLES}
