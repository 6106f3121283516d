-- 지역별 행사: 시·도마다 행사 수와 다가오는 행사 수
-- chart: sido, events
SELECT * FROM events_by_region ORDER BY events DESC
