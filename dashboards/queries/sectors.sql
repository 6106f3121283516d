-- 분야별 소식: 최근 열두 주 동안 분야마다 소식 수
-- chart: sector, stories
SELECT sector, sum(stories) AS stories
FROM stories_by_week_sector
WHERE week > date((SELECT as_of FROM release), '-84 days') AND sector <> ''
GROUP BY sector
ORDER BY stories DESC, sector
