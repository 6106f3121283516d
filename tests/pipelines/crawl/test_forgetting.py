"""What a person has forgotten is gone from store and archive, and stays away: by its address and by any other."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from board_pages import Post, view

from pipelines.crawl.forgetting import count_of, forget, forget_host, host_in
from pipelines.crawl.intake import take
from pipelines.crawl.response import Response
from sources.catalogue import Source
from store import shelf
from store.archive import Archive
from store.session import Store

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
URL = "http://dure.example/bbs/board.php?bo_table=free&wr_id=9"
OTHER = "http://dure.example/free/9"
KEY = "gnuboard:dure.example/free/9"
SOURCE = Source("dure", "두레마을", "forum", "서울", "gnuboard5", "board", home="http://dure.example/")


def answer(url: str, body: str, hours: int = 0) -> Response:
    html = view(Post(9, "김장 나눔", body)).encode()
    kind = (("content-type", "text/html; charset=utf-8"),)
    return Response(url, url, NOW + timedelta(hours=hours), 200, kind, html, html)


def taken(store: Store, archive: Archive, response: Response) -> str:
    with store.begin() as session:
        return take(session, archive, response, SOURCE, "dure@1").outcome


def test_all_revisions_the_memory_and_the_captures_go(store: Store, archive: Archive) -> None:
    taken(store, archive, answer(URL, "토요일에 김장을 합니다."))
    taken(store, archive, answer(URL, "일요일에 김장을 합니다.", hours=2))
    gone = forget(store, archive, URL)
    assert (gone.articles, gone.revisions, gone.captures) == (1, 2, 2)
    assert archive.entries() == []
    with store.begin() as session:
        assert shelf.held(session, KEY) is None
        assert shelf.count(session) == 0
        memory = shelf.memory(session, URL)
    assert memory is not None and (memory.outcome, memory.body_digest, memory.etag) == ("forgotten", None, None)


def test_it_does_not_come_back(store: Store, archive: Archive) -> None:
    taken(store, archive, answer(URL, "토요일에 김장을 합니다."))
    forget(store, archive, KEY)
    for url in (URL, OTHER, OTHER):
        assert taken(store, archive, answer(url, "토요일에 김장을 합니다.", hours=30)) == "refused/forgotten"
    assert archive.entries() == []
    with store.begin() as session:
        assert shelf.count(session) == 0


def test_other_documents_stay(store: Store, archive: Archive) -> None:
    taken(store, archive, answer(URL, "토요일에 김장을 합니다."))
    other = answer(URL.replace("=9", "=8"), "장터가 열립니다.")
    taken(store, archive, other)
    forget(store, archive, URL)
    with store.begin() as session:
        assert shelf.held(session, KEY.replace("/9", "/8")) is not None
    assert [entry.url for entry in archive.entries()] == [other.url]


@pytest.mark.parametrize("said", ["", "  ", "#"])
def test_an_empty_name_forgets_nothing(store: Store, archive: Archive, said: str) -> None:
    """A variable that a script left unset; most captures note no other address that was asked for."""
    taken(store, archive, answer(URL, "토요일에 김장을 합니다."))
    assert not forget(store, archive, said).any
    assert archive.find(said) == [] and len(archive.entries()) == 1


def test_what_nobody_knows(store: Store, archive: Archive) -> None:
    assert not forget(store, archive, "http://dure.example/nothing").any


def test_a_host_goes_with_everything_of_it_and_no_other(store: Store, archive: Archive) -> None:
    taken(store, archive, answer(URL, "토요일에 김장을 합니다."))
    taken(store, archive, answer(URL.replace("dure.example", "www.dure.example").replace("=9", "=10"), "장터입니다."))
    other = answer("http://notdure.example/bbs/board.php?bo_table=free&wr_id=9", "다른 곳의 글입니다.")
    taken(store, archive, other)
    assert count_of(store, archive, "dure.example") == (2, 2)
    gone = forget_host(store, archive, "dure.example")
    assert (gone.articles, gone.revisions, gone.captures) == (2, 2, 2)
    assert [entry.url for entry in archive.entries()] == [other.url]
    with store.begin() as session:
        assert [kept.url for kept in shelf.articles(session)] == [other.url]
    assert taken(store, archive, answer(URL, "토요일에 김장을 합니다.", hours=30)) == "refused/forgotten"
    assert not forget_host(store, archive, "dure.example").articles


def test_what_is_a_host() -> None:
    assert [host_in(said) for said in ("Paper.KR", "www.paper.kr", "한국.kr")] == [
        "paper.kr",
        "www.paper.kr",
        "한국.kr",
    ]
    assert [host_in(said) for said in (URL, KEY, "paper", "paper.kr/", "a b.kr", "paper.kr:80")] == [""] * 6
