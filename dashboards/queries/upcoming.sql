-- 다가오는 행사: 오늘부터 열리는 행사. 지역을 적으면 그 지역만(예: 강원)
SELECT start_at, title, venue, sido, sigungu, hosts
FROM upcoming_events
WHERE :region = '' OR sido LIKE :region || '%' OR substr(sido, 1, 1) || substr(sido, 3, 1) = :region  -- 충남
LIMIT 500
