"""Newspaper skins that call the parts of their header something else: found by the head's title and the labels."""

from __future__ import annotations

from datetime import datetime

import pytest

from sources.page import Page
from sources.reading import read

NOW = datetime.fromisoformat("2026-11-22T12:00:00+09:00")
TITLE = "들녘시, 마을 급식실 아홉 곳 고친다"
LINES = ("시는 20일 급식실 아홉 곳을 고친다고 밝혔다.", "공사는 12월에 시작해 이듬해 2월에 끝난다.")
BOXES = {
    "ndsoft": ("http://a.example/news/articleView.html?idxno=70011", "<div id=article-view-content-div>{}</div>"),
    "mediaon": ("http://a.example/news/article.html?no=70011", "<div id=news_body_area>{}</div>"),
    "viewidx": ("http://a.example/news/view.php?idx=70011", "<div id=view_content_body>{}</div>"),
    "ncode": ("http://a.example/news/newsview.php?ncode=1065590123456789", "<div id=viewConts>{}</div>"),
}


@pytest.mark.parametrize("family", BOXES)
@pytest.mark.parametrize("declared", ["<meta property=og:title content='{0}'>", "<title>{0} - 바람골신문</title>"])
def test_title_time_and_reporter_of_a_header_with_new_names(family: str, declared: str) -> None:
    url, box = BOXES[family]
    body = box.format("".join(f"<p>{line}</p>" for line in LINES))
    html = (
        f"<html><head><meta property=og:site_name content=바람골신문>{declared.format(TITLE)}</head><body>"
        "<h1><a href=/>바람골신문</a></h1>"
        f"<p>2026.11.22 (일)</p><div class=neu-a><h2 class=neu-t>{TITLE}</h2><ul class=neu-i><li>길보람 기자</li>"
        f"<li>승인 2026.11.20 14:30</li></ul></div>{body}"
        f"<ul><li><a href='{url[:-1]}3'>다른 기사</a> 2026.11.01</li></ul></body></html>"
    )
    article = read(Page(url, url, 200, "text/html", html, NOW)).article
    assert article is not None
    assert (article.title, article.body_text, article.author) == (TITLE, "\n".join(LINES), "길보람")
    assert article.published_at == datetime.fromisoformat("2026-11-20T14:30:00+09:00")
