"""A web site process with as many made outlets as asked for, each a host (a port) of its own, half of them newspapers,
half boards; it counts what it was asked.

    PYTHONPATH=. python tests/made_outlets.py --sources 100 --pages 50      → prints the ports, answers until ended
    GET /made/asked on any port                                → {"asked": {"port/path": times}, "least_gap": {port: s}}

Each outlet has two list pages and `pages - 2` articles; one article in ten is about the social economy, with an event,
and one in forty of those is printed by the next outlet, too. Pages are about 30 KB, texts 400 to 3,000 characters.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import sys
import time
from collections import Counter
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

sys.path.append(str(Path(__file__).resolve().parent / "pipelines" / "crawl"))

NEWEST = datetime(2026, 11, 23, 9, 0)
PLACES = ("너른들", "바람골", "솔마루", "새벽말", "물푸레", "달빛내", "한여울", "윗샘골", "들꽃재", "큰나루")
DAILY = (
    "{place}면 도로 {n}m 구간의 포장이 끝나 차량 통행이 다시 시작됐다.",
    "군은 올해 벼 재배 면적이 지난해보다 {n}ha 줄었다고 밝혔다.",
    "{place} 초등학교 운동장에서 열린 축구 경기에는 학생 {n}명이 뛰었다.",
    "기상대는 주말에 비가 내리고 기온이 {n}도까지 떨어지겠다고 내다봤다.",
    "소방서는 겨울을 앞두고 주택 {n}곳의 난로와 굴뚝을 살폈다.",
    "{place} 하천에서는 물고기 {n}마리를 놓아주는 행사가 있었다.",
    "의회는 예산안을 놓고 {n}시간 넘게 토론한 끝에 표결을 미뤘다.",
    "경찰은 야간 음주 운전 단속에서 {n}명을 적발했다고 전했다.",
    "박물관은 옛 사진 {n}점을 모아 특별전을 마련했다.",
)
OURS = (
    "{place} 마을기업은 지난해 매출이 {n}억 원으로 늘었다고 밝혔다.",
    "사회적협동조합 {place}살림은 돌봄 이용자 {n}명에게 도시락을 나른다.",
    "사회적경제지원센터는 사회적기업 {n}곳의 판로를 돕기로 했다.",
    "조합원 {n}명은 총회에서 새 사업 계획을 의결했다.",
    "{place} 자활기업은 청소와 집수리 일을 맡아 {n}명을 고용하고 있다.",
)
FILLER = "<script>" + "var menu = [];\n" * 1400 + "</script>"


def is_ours(number: int) -> bool:
    """Whether an article is about the social economy."""
    return number % 10 == 3


@cache
def words(outlet: int, number: int) -> tuple[str, str]:
    """(title, text) of an article; every fortieth of ours is that of the outlet before."""
    if is_ours(number) and number % 400 == 3 and outlet % 2:
        return words(outlet - 1, number)
    chance = random.Random(f"{outlet} {number}")
    place, n = PLACES[(outlet + number) % 10], number % 89 + 2
    count = min(60, max(8, round(chance.lognormvariate(3.0, 0.5))))
    lines = [chance.choice(DAILY).format(place=chance.choice(PLACES), n=chance.randrange(2, 90)) for _ in range(count)]
    if not is_ours(number):
        return f"{place} 소식 {outlet}-{number}: {lines[0][:24]}", "\n".join(lines)
    day = f"12월 {number % 27 + 1}일 오후 {number % 6 + 1}시"
    name = f"{place} {outlet}-{number} 마을기업 설명회"
    where, phone = f"{place}문화회관 {n}호", f"051-555-{1000 + number % 9000}"
    said = f"{place}사회적경제지원센터는 {day} {where}에서 ‘{name}’를 연다. 문의 {phone}."
    own = [chance.choice(OURS).format(place=chance.choice(PLACES), n=chance.randrange(2, 90)) for _ in range(6)]
    return f"{name} 개최", "\n".join([said, *own, *lines[: count // 2]])


def page(outlet: int, path: str, pages: int) -> str:
    """Any page of an outlet."""
    parts = urlsplit(path)
    asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
    if parts.path == "/robots.txt":
        return "User-agent: *\nDisallow: /adm/\n"
    articles = pages - 2
    number, at = int(asked.get("wr_id") or asked.get("idxno") or 0), int(asked.get("page", 1))
    half = (articles + 1) // 2
    listed = range(articles, articles - half, -1) if at == 1 else range(articles - half, 0, -1)
    if outlet % 2:
        return _board(outlet, number, listed, at)
    return _paper(outlet, number, listed, at)


def _board(outlet: int, number: int, listed: range, at: int) -> str:
    from board_pages import listing, view

    posts = [] if number else [_post(outlet, n) for n in listed]
    html = view(_post(outlet, number)) if number else listing(posts, pages=2, page=at)
    return html.replace("</body>", FILLER + "</body>")


def _post(outlet: int, number: int):  # type: ignore[no-untyped-def]
    from board_pages import Post

    return Post(number, *words(outlet, number), f"{written(number):%y-%m-%d %H:%M}")


def written(number: int) -> datetime:
    return NEWEST - timedelta(minutes=1000 - number)


def _paper(outlet: int, number: int, listed: range, at: int) -> str:
    from fault_world import Outlet, Written, paper_list, paper_page

    made = Outlet(f"o{outlet}", "paper", 1.0, random.Random(outlet))

    def told(n: int) -> Written:
        title, text = words(outlet, n)
        return Written(n, title, text, written(n) - timedelta(hours=9))

    if number:
        return paper_page(made, told(number)).replace("</body>", FILLER + "</body>")
    following = '<ul class="pagination"><li><a href="/news/articleList.html?page=2&amp;view_type=sm">2</a></li></ul>'
    html = paper_list(made, [told(n) for n in listed])
    return html.replace("</body>", (following if at == 1 else "") + FILLER + "</body>")


def catalogue(ports: list[str]) -> str:
    """The entries of the outlets, as a catalogue file."""
    entries = []
    for n, port in enumerate(ports):
        home = f"http://127.0.0.1:{port}"
        kind, family, channel, path = (
            ("forum", "gnuboard5", "board", "/bbs/board.php?bo_table=free")
            if n % 2
            else ("local_newspaper", "ndsoft", "news", "/news/articleList.html?view_type=sm")
        )
        entries.append(
            f'[[source]]\nid = "made{n}"\nname = "지은신문 {n}"\nkind = "{kind}"\nregion = "서울"\n'
            f'family = "{family}"\nchannel = "{channel}"\nhome = "{home}"\n'
            f'lists = [{{ url = "{home}{path}", mark = "seen" }}]\n'
        )
    return "\n".join(entries)


# --- the server -------------------------------------------------------------------------------


class Made:
    """What was asked of all outlets, and the shortest time from an answer to the next request, by host."""

    def __init__(self, pages: int, delay: float) -> None:
        self.pages, self.delay = pages, delay
        self.asked: Counter[str] = Counter()
        self.answered: dict[int, float] = {}
        self.least_gap: dict[int, float] = {}

    def count(self, outlet: int, port: int, path: str) -> None:
        self.asked[f"{port}{path}"] += 1
        if port in self.answered:
            gap = time.monotonic() - self.answered[port]
            self.least_gap[port] = min(gap, self.least_gap.get(port, gap))

    async def answer(self, outlet: int, port: int, path: str) -> bytes:
        if path == "/made/asked":
            return json.dumps({"asked": self.asked, "least_gap": self.least_gap}).encode()
        self.count(outlet, port, path)
        body = page(outlet, path, self.pages).encode()
        await asyncio.sleep(self.delay)
        self.answered[port] = time.monotonic()
        return body


async def serve(sources: int, pages: int, delay: float) -> None:
    """Answers on a port for each outlet; the ports stand on standard output."""
    made = Made(pages, delay)

    def answering(outlet: int):  # type: ignore[no-untyped-def]
        async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            port = writer.get_extra_info("sockname")[1]
            try:
                while asked := await reader.readuntil(b"\r\n\r\n"):
                    path = asked.split(b" ", 2)[1].decode()
                    body = await made.answer(outlet, port, path)
                    head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n"
                    writer.write((head % len(body)).encode() + body)
                    await writer.drain()
            except (asyncio.IncompleteReadError, ConnectionError):
                writer.close()

        return answer

    servers = [await asyncio.start_server(answering(n), "127.0.0.1", 0) for n in range(sources)]
    print(",".join(str(server.sockets[0].getsockname()[1]) for server in servers), flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Made outlets on the loopback interface.")
    parser.add_argument("--sources", type=int, default=10)
    parser.add_argument("--pages", type=int, default=50)
    parser.add_argument("--delay", type=float, default=0.0)
    given = parser.parse_args()
    asyncio.run(serve(given.sources, given.pages, given.delay))
