-- 다가오는 행사: 오늘부터 열리는 행사. 지역을 적으면 그 지역만(예: 강원)
SELECT start_at, title, venue, sido, sigungu, hosts
FROM upcoming_events
WHERE :region = '' OR sido LIKE :region || '%'
LIMIT 500
