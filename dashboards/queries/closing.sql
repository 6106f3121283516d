-- 곧 마감: 정한 날수 안에 닫히는 모집. 비워 두면 이레
SELECT days_left, application_deadline, title, audience, fee, sido, sigungu
FROM open_calls
WHERE days_left <= CAST(coalesce(nullif(:days, ''), '7') AS INTEGER)
