"""Views of `digest.db` for the questions people ask most, with the meaning of their columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    name: str
    meaning: str
    columns: Mapping[str, str]
    sql: str

    @property
    def ddl(self) -> str:
        return f'CREATE VIEW "{self.name}" ({", ".join(self.columns)}) AS {self.sql}'


VIEWS: tuple[View, ...] = (
    View(
        "upcoming_events", "기준일부터 열리는 행사, 이른 것부터. 되풀이하는 것은 그 첫날로 센다",
        {
            "event_id": "행사", "title": "이름", "start_at": "시작", "end_at": "끝", "venue": "곳", "sido": "시·도",
            "sigungu": "시·군·구", "kind": "종류(우리말)", "hosts": "주최, 쉼표로 나눔", "status": "상태의 코드",
        },
        """SELECT e.event_id, e.title, e.start_at, e.end_at, e.venue, e.sido, e.sigungu, l.words,
          (SELECT group_concat(name, ', ') FROM event_party p WHERE p.event_id = e.event_id AND p.role = 'host'),
          e.status
        FROM event e LEFT JOIN label l ON l.subject = 'event_kind' AND l.code = e.kind
        WHERE e.end_on >= (SELECT as_of FROM release) AND e.status <> 'cancelled' ORDER BY e.start_at, e.event_id""",
    ),
    View(
        "open_calls", "아직 닫히지 않은 모집과 신청, 마감이 이른 것부터",
        {
            "event_id": "행사·모집", "title": "이름", "application_deadline": "마감", "days_left": "기준일에서 남은 날",
            "audience": "대상", "fee": "참가비", "sido": "시·도", "sigungu": "시·군·구",
        },
        """SELECT event_id, title, application_deadline,
          CAST(julianday(deadline_on) - julianday((SELECT as_of FROM release)) AS INTEGER),
          audience, fee, sido, sigungu
        FROM event WHERE deadline_on >= (SELECT as_of FROM release) AND status <> 'cancelled'
        ORDER BY deadline_on, event_id""",
    ),
    View(
        "moved_events", "날짜·곳이 바뀌거나 취소된 행사의 걸음",
        {
            "event_id": "행사", "title": "이름", "on_day": "알려진 날", "kind": "바뀐 모습", "field": "바뀐 열",
            "before": "앞의 값", "after": "뒤의 값",
        },
        """SELECT e.event_id, e.title, c.on_day, c.kind, c.field, c."before", c."after"
        FROM event_change c JOIN event e USING (event_id)
        WHERE c.kind IN ('moved', 'postponed', 'cancelled', 'corrected', 'detail')
        ORDER BY c.on_day DESC, e.event_id, c.step""",
    ),
    View(
        "stories_by_week_sector", "주(월요일)와 분야마다 소식 수",
        {"week": "그 주의 월요일", "sector": "분야(우리말)", "stories": "소식 수", "articles": "글 수"},
        """SELECT date(s.day, 'weekday 0', '-6 days'), coalesce(l.words, x.sector), count(*), sum(s.article_count)
        FROM story s JOIN story_sector x USING (story_id)
        LEFT JOIN label l ON l.subject = 'sector' AND l.code = x.sector GROUP BY 1, 2 ORDER BY 1, 2""",
    ),
    View(
        "events_by_region", "시·도마다 행사 수",
        {"sido": "시·도. 밝히지 않은 것은 «미상»", "events": "행사 수", "upcoming": "기준일부터 열리는 것"},
        """SELECT coalesce(sido, '미상'), count(*), sum(end_on >= (SELECT as_of FROM release) AND status <> 'cancelled')
        FROM event GROUP BY 1 ORDER BY 2 DESC, 1""",
    ),
    View(
        "outlet_reprints", "출처마다 글 수와 옮겨 실은 글의 비율",
        {
            "outlet_id": "출처", "name": "이름", "articles": "글 수", "reprints": "옮겨 실은 글 수",
            "share": "옮겨 실은 비율(0–1)",
        },
        """SELECT o.outlet_id, o.name, count(a.article_id), coalesce(sum(a.reprint), 0),
          round(avg(a.reprint), 3) FROM outlet o LEFT JOIN article a USING (outlet_id)
        GROUP BY o.outlet_id ORDER BY 3 DESC, 1""",
    ),
    View(
        "organisation_months", "조직마다 달마다 이름이 나온 글 수",
        {"organisation_id": "조직", "name": "이름", "month": "달(YYYY-MM)", "articles": "글 수", "times": "적힌 횟수"},
        """SELECT o.organisation_id, o.name, substr(coalesce(a.published_on, a.first_seen_on), 1, 7),
          count(*), sum(m.times)
        FROM organisation o JOIN mention m USING (organisation_id) JOIN article a USING (article_id)
        GROUP BY 1, 3 ORDER BY 1, 3""",
    ),
)  # fmt: skip
