-- 바뀐 일정: 날짜와 곳이 바뀌거나 취소된 행사
SELECT on_day, kind, title, field, "before", "after" FROM moved_events LIMIT 500
