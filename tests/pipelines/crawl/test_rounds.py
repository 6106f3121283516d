"""One round over one board on a loopback server: what is asked, what is kept, what is left alone."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from board_pages import Post, gone, listing, view
from loopback_site import Asked, Site, http

from pipelines.crawl.fetch import Fetcher
from pipelines.crawl.polite import Polite
from pipelines.crawl.rounds import LIST_PAGES, Desk, crawl_source
from pipelines.crawl.stage import crawl_due
from pipelines.crawl.tally import Tally
from pipelines.settings import load
from sources.catalogue import Address, Source
from store import runs, shelf
from store.archive import Archive
from store.records import KeptArticle
from store.session import Store

LIST = "/bbs/board.php?bo_table=free"
POSTS = [
    Post(9, "돌봄 협동조합 설명회 안내", "29일 오후 3시 두레마을회관. 문의 010-0000-4321 (감자밭)"),
    Post(2, "공지: 게시판 이용 안내", "서로 존중해 주세요.", notice=True, at="24-01-05 09:00"),
    Post(8, "옮긴 글: 옛 소식", "오래전에 쓴 글을 옮겨 왔습니다.", at="19-03-02 11:00"),
    Post(7, "장터 여는 날", "토요일 낮 열두 시에 장터가 열립니다."),
]


class Board:
    """The server side: a board whose posts a test changes between rounds."""

    def __init__(self, site: Site, posts: list[Post]) -> None:
        self.site = site
        site.routes["/robots.txt"] = http("User-agent: *\nDisallow: /bbs/write.php")
        self.show(posts)

    def show(self, posts: list[Post]) -> None:
        base = self.site.url("")
        self.site.routes[LIST] = http(listing(posts, base=base))
        for post in posts:
            self.site.routes[self.path(post.number)] = http(view(post))

    def path(self, number: int) -> str:
        return f"{LIST}&wr_id={number}"

    def source(self, **changes: object) -> Source:
        made = Source(
            "duremaeul", "두레마을", "forum", "서울", "gnuboard5", "board",
            home=self.site.url("/"), lists=(Address(self.site.url(LIST), "seen"),), pace_seconds=1.0,
        )  # fmt: skip
        return replace(made, **changes)  # type: ignore[arg-type]


class Days:
    """A client whose clock a test moves on; answers are dated by it."""

    def __init__(self, store: Store, archive: Archive, fetcher: Fetcher) -> None:
        self.at = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
        self._fetcher = fetcher
        polite = Polite(self._exchange, least_pace=0, now=lambda: self.at, sleep=self._sleep)
        self.desk = Desk(store, archive, polite, now=lambda: self.at)

    def _exchange(self, url: str, **options: object) -> object:
        return replace(self._fetcher.exchange(url, **options), fetched_at=self.at)  # type: ignore[arg-type]

    def _sleep(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)

    def round(self, source: Source, after: timedelta = timedelta(), force: bool = True) -> Tally:
        self.at += after
        return crawl_source(source, self.desk, force=force)


@pytest.fixture
def days(store: Store, archive: Archive, fetcher: Fetcher) -> Days:
    return Days(store, archive, fetcher)


@pytest.fixture
def board(site: Site) -> Board:
    return Board(site, POSTS)


def held(store: Store) -> dict[int, KeptArticle]:
    with store.begin() as session:
        return {int(a.canonical_key.rpartition("/")[2]): a for a in shelf.articles(session)}


def counted(tally: Tally) -> dict[str, int]:
    assert tally.round is not None
    assert sum(tally.round.counts.values()) == tally.round.pages
    assert sum(tally.decisions.values()) == tally.round.counts.get("article", 0)
    return dict(tally.round.counts)


def test_a_first_round_keeps_every_post(board: Board, days: Days, store: Store) -> None:
    tally = days.round(board.source())
    assert counted(tally) == {"article": 4, "listing": 1}
    assert tally.round is not None
    assert tally.round.outcome == "good"
    kept = held(store)
    assert {a.title for a in kept.values()} == {p.title for p in POSTS}, "also the copied post with its old date"
    assert kept[9].byline is None, "a board's nickname is never kept"
    assert "010-0000-4321" not in kept[9].text
    assert len(kept[9].text) == len(POSTS[0].body), "masked by characters of the same count"
    assert "댓글 내용" not in kept[9].text
    assert kept[9].comments == 1


def test_a_second_round_asks_only_for_the_list(board: Board, days: Days, site: Site, store: Store) -> None:
    days.round(board.source())
    before = held(store)
    site.asked.clear()
    tally = days.round(board.source(), timedelta(hours=2))
    assert site.paths == [LIST]
    assert tally.round is not None
    assert tally.round.outcome == "quiet"
    assert held(store) == before


def test_an_unchanged_list_is_a_304(board: Board, days: Days, site: Site) -> None:
    page = listing(POSTS, base=site.url(""))

    def cached(asked: Asked) -> bytes:
        return http(status=304) if asked.headers.get("if-none-match") == '"v1"' else http(page, ETag='"v1"')

    site.routes[LIST] = cached
    days.round(board.source())
    assert counted(days.round(board.source(), timedelta(hours=2))) == {"not_modified": 1}
    assert counted(days.round(board.source(), timedelta(hours=2))) == {"not_modified": 1}, "the validator is kept"


def test_a_new_post_is_found_and_nothing_else_asked(board: Board, days: Days, site: Site, store: Store) -> None:
    days.round(board.source())
    site.asked.clear()
    board.show([Post(10, "새 글", "새로 올라온 글입니다.", at="26-11-23 14:00"), *POSTS])
    days.round(board.source(), timedelta(hours=2))
    assert site.paths == [LIST, board.path(10)]
    assert 10 in held(store)


def test_counters_do_not_make_a_revision_but_words_do(board: Board, days: Days, store: Store) -> None:
    days.round(board.source())
    board.show([replace(p, hits=99) for p in POSTS])
    tally = days.round(board.source(), timedelta(days=1, hours=1))
    assert tally.decisions == {"left": 4}
    assert held(store)[7].revision == 1
    board.show([replace(p, body="장터는 비가 와서 다음 주로 미룹니다.") if p.number == 7 else p for p in POSTS])
    tally = days.round(board.source(), timedelta(days=3))
    assert tally.decisions == {"left": 3, "replaced": 1}
    kept = held(store)[7]
    assert (kept.revision, kept.first_seen_at) == (2, datetime(2026, 11, 23, 6, 0, 5, tzinfo=UTC))
    assert "미룹니다" in kept.text


def test_a_post_listed_under_another_title_is_read_again(board: Board, days: Days, site: Site, store: Store) -> None:
    days.round(board.source())
    site.asked.clear()
    board.show([replace(p, title="[취소] 장터 열지 않습니다 죄송합니다") if p.number == 7 else p for p in POSTS])
    days.round(board.source(), timedelta(hours=7))
    assert site.paths == [LIST, board.path(7)]
    assert held(store)[7].title.startswith("[취소]")


def test_gone_only_after_it_was_said_twice(board: Board, days: Days, site: Site, store: Store) -> None:
    days.round(board.source())
    site.routes[board.path(7)] = http(gone())
    days.round(board.source(), timedelta(days=1, hours=1))
    assert held(store)[7].state == "live", "once is not enough"
    days.round(board.source(), timedelta(hours=1))
    assert held(store)[7].state == "live", "twice within an hour is not either"
    days.round(board.source(), timedelta(hours=7))
    assert held(store)[7].state == "gone"
    assert held(store)[7].text, "what we held stays"


def test_a_login_wall_is_closed_not_gone(board: Board, days: Days, site: Site, store: Store) -> None:
    days.round(board.source())
    site.routes[board.path(7)] = http("members only", 403)
    days.round(board.source(), timedelta(days=1, hours=1))
    assert held(store)[7].state == "closed"


def test_secret_posts_and_other_sites_are_not_asked_for(board: Board, days: Days, site: Site, store: Store) -> None:
    board.show([Post(11, "비밀 상담", "…", secret=True), *POSTS])
    elsewhere = listing(POSTS, base="http://elsewhere.example")
    site.routes["/other"] = http(elsewhere)
    lists = (Address(site.url(LIST), "seen"), Address(site.url("/other"), "seen"))
    tally = days.round(board.source(lists=lists))
    assert board.path(11) not in site.paths
    assert tally.round is not None
    with store.begin() as session:
        log = runs.requests(session, tally.round.id)
    skipped = {entry.detail for entry in log if entry.decision == "skipped"}
    assert skipped == {"secret", "leads to another site"}


def test_paging_goes_on_while_keys_are_new_and_then_stops(board: Board, days: Days, site: Site) -> None:
    base = site.url("")
    more = [Post(n, f"지난 글 {n}", "지난 이야기입니다.", at="20-01-01 10:00") for n in range(20, 26)]
    site.routes[LIST] = http(listing(POSTS, 3, 1, base))
    site.routes[LIST + "&page=2"] = http(listing([POSTS[1], *more[:3]], 3, 2, base))
    site.routes[LIST + "&page=3"] = http(listing([POSTS[1], *more[3:]], 3, 3, base))
    for post in more:
        site.routes[board.path(post.number)] = http(view(post))
    assert counted(days.round(board.source())) == {"article": 10, "listing": 3}
    site.asked.clear()
    days.round(board.source(), timedelta(hours=2))
    assert site.paths == [LIST], "a page of known keys is the end"


def test_a_short_address_that_redirects_is_asked_once(board: Board, days: Days, site: Site, store: Store) -> None:
    """A feed links through addresses that do not say which document they lead to."""
    link = site.url("/go/7")
    feed = f"<rss version='2.0'><channel><title>두레마을</title><item><title>장터</title><link>{link}</link></item>"
    site.routes["/rss"] = http(feed + "</channel></rss>", kind="application/rss+xml")
    site.routes["/go/7"] = http(status=302, Location=board.path(7))
    source = board.source(lists=(), feeds=(Address(site.url("/rss"), "seen"),))
    assert counted(days.round(source)) == {"article": 1, "feed": 1}
    site.asked.clear()
    days.round(source, timedelta(hours=8))
    assert site.paths == ["/rss"]
    assert set(held(store)) == {7}


def test_an_endless_calendar_ends(board: Board, days: Days, site: Site) -> None:
    def month(asked: Asked) -> bytes:
        page = int(asked.path.rpartition("=")[2]) if "page=" in asked.path else 1
        return http(listing([Post(1000 + page, f"{page}월 일정", "x")], page + 1, page, site.url("")))

    for page in range(1, 60):
        site.routes[LIST + f"&page={page}"] = month
    site.routes[LIST] = month
    days.round(board.source())
    assert len([p for p in site.paths if "wr_id" not in p and p != "/robots.txt"]) == LIST_PAGES


def test_a_broken_source_is_a_line_and_comes_back_later(board: Board, days: Days, site: Site, store: Store) -> None:
    site.routes[LIST] = http("maintenance", 500)
    tally = days.round(board.source())
    assert counted(tally) == {"refused/server_error": 1}
    assert tally.round is not None
    assert tally.round.outcome == "broken"
    assert LIST in tally.round.detail
    with store.begin() as session:
        state = runs.source_state(session, "duremaeul")
    assert state.failures > 0
    assert state.next_due_at is not None
    assert state.next_due_at >= days.at + timedelta(minutes=30)
    skipped = days.round(board.source(), timedelta(minutes=5), force=False)
    assert skipped.skipped.startswith("not due before")


def test_a_host_that_asks_us_to_wait_is_left_at_once(board: Board, days: Days, site: Site, store: Store) -> None:
    site.routes[board.path(9)] = http("slow down", 429, Retry_After="5400")
    tally = days.round(board.source())
    assert site.paths == ["/robots.txt", LIST, board.path(9)]
    assert tally.round is not None
    with store.begin() as session:
        state = runs.source_state(session, "duremaeul")
    assert state.next_due_at is not None
    assert state.next_due_at - days.at >= timedelta(seconds=5399)
    counted(tally)


def test_what_a_round_left_over_is_found_by_the_next(board: Board, days: Days, site: Site, store: Store) -> None:
    site.routes[board.path(9)] = http("slow down", 503)
    days.round(board.source())
    board.show(POSTS)
    days.round(board.source(), timedelta(hours=7))
    assert set(held(store)) == {p.number for p in POSTS}


def test_closed_by_robots(board: Board, days: Days, site: Site) -> None:
    site.routes["/robots.txt"] = http("User-agent: dure\nDisallow: /")
    tally = days.round(board.source())
    assert counted(tally) == {"error/robots": 1}
    assert site.paths == ["/robots.txt"]
    assert tally.round is not None
    assert tally.round.outcome == "broken"


def test_every_request_is_logged_and_archived(board: Board, days: Days, store: Store, archive: Archive) -> None:
    tally = days.round(board.source())
    assert tally.round is not None
    with store.begin() as session:
        log = runs.requests(session, tally.round.id)
    assert [entry.decision for entry in log] == ["robots:rules", "fetched", "added", "added", "added", "added"]
    assert all(entry.detail for entry in log)
    entries = archive.entries()
    assert len(entries) == 6
    assert archive.find(board.site.url("/robots.txt"))
    assert {entry.source_id for entry in entries} == {"duremaeul"}
    assert "010-0000-4321" in archive.read(archive.find(board.site.url(board.path(9)))[0]).body.decode()


def test_a_disabled_source_and_night_hours(board: Board, days: Days, site: Site) -> None:
    assert days.round(board.source(enabled=False)).skipped
    days.at = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)  # noon in Seoul
    assert "01:00" in days.round(board.source(oddities={"hours": "01:00-06:00"}), force=False).skipped
    assert site.asked == []


def test_many_sources_at_once_over_one_store_and_archive(tmp_path: Path, store: Store) -> None:
    """Threads share the client, the pace and the archive; one broken source is a line, not an end."""
    with ExitStack() as running:
        boards = [Board(running.enter_context(Site()), POSTS) for _ in range(6)]
        boards[2].site.routes[LIST] = http("down", 503)
        catalogue = {f"s{n}": board.source(id=f"s{n}", pace_seconds=0.0) for n, board in enumerate(boards)}
        settings = load(home=tmp_path, contact="a@example.com")
        tally = crawl_due(store, settings, catalogue, allow_private=True)
        again = crawl_due(store, settings, catalogue, allow_private=True)
    assert (tally.sources, tally.broken, tally.decisions) == (6, 1, {"added": 20})
    assert sum(tally.counts.values()) == tally.pages
    assert len(tally.complaints) == 1
    assert tally.complaints[0].startswith("s2: ")
    assert (again.sources, again.skipped) == (0, 0), "nothing is due so soon"
    with Archive(tmp_path / "archive") as archive:
        assert list(archive.check()) == []
        assert len(archive.entries()) == tally.pages + 6  # and one robots.txt a site
