-- 많이 나온 조직: 석 달 동안 이름이 나온 글 수. 지역을 적으면 그 지역만(예: 강원)
-- chart: name, articles
SELECT o.name, count(DISTINCT m.article_id) AS articles, o.type, o.sido
FROM mention m
JOIN article a USING (article_id)
JOIN organisation o USING (organisation_id)
WHERE a.published_on > date((SELECT as_of FROM release), '-91 days') AND (
  :region = '' OR o.sido LIKE :region || '%' OR substr(o.sido, 1, 1) || substr(o.sido, 3, 1) = :region  -- 충남
)
GROUP BY o.organisation_id
ORDER BY articles DESC, o.name
LIMIT 200
