-- 함께 나온 조직: 한 글에 같이 적힌 조직의 짝
SELECT a.name AS one, b.name AS other, count(*) AS articles
FROM mention x
JOIN mention y ON x.article_id = y.article_id AND x.organisation_id < y.organisation_id
JOIN organisation a ON a.organisation_id = x.organisation_id
JOIN organisation b ON b.organisation_id = y.organisation_id
WHERE :name = '' OR a.name LIKE '%' || :name || '%' OR b.name LIKE '%' || :name || '%'
GROUP BY 1, 2
ORDER BY articles DESC, one, other
LIMIT 200
