"""Turns the survey of outlets (`../shared/catalogue/sources.jsonl`) into `sources/catalogue/<region>.toml`.

    python tests/sources/convert_catalogue.py [SHARED] [FOLDER]

Nothing is added that the survey does not hold, with two exceptions that say so in the files: the
address of a mediaOn «all articles» list (the engine's own, known from public crawlers), and the
front page where no list and no feed is known; of those, outlets of unknown engines are switched off.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

HERE = Path(__file__).resolve()
REPO = HERE.parents[2]

FILES = {
    "서울": "seoul", "부산": "busan", "대구": "daegu", "인천": "incheon", "광주": "gwangju",
    "대전": "daejeon", "울산": "ulsan", "세종": "sejong", "경기": "gyeonggi", "강원": "gangwon",
    "충북": "chungbuk", "충남": "chungnam", "전북": "jeonbuk", "전남": "jeonnam", "경북": "gyeongbuk",
    "경남": "gyeongnam", "제주": "jeju", "전국": "nationwide",
}  # fmt: skip

# engine of the survey → our family. Engines without one are read by the fallback.
FAMILY = {
    "ndsoft": "ndsoft", "mediaon": "mediaon", "insnews": "insnews", "ncode": "ncode", "viewidx_caption": "viewidx",
    "detail_php": "detail_php", "viewphp_key": "viewphp_key", "viewphp_ud": "viewphp_ud", "news21cms": "dadamedia",
    "custom_article": "inhouse", "mbc_regional": "inhouse", "gnuboard": "gnuboard5", "netpro_g5": "gnuboard5",
    "wordpress": "wordpress", "tistory": "tistory", "xe_rhymix": "rhymix", "kboard": "kboard",
}  # fmt: skip

NEWS_KINDS = {"local_newspaper", "national_newspaper_section", "social_economy_media"}
FRONT_PAGE = "no list or feed is known; this is the front page, read for its links: find a list with `dure add`"


def region_of(words: str) -> str:
    """The first 시도 named; «전국…», «미상» and 충청 (four 시도) are nationwide."""
    found = [(words.index(name), name) for name in FILES if name in words and name != "전국"]
    return min(found)[1] if found and not words.startswith("전국") else "전국"


def lists_of(row: dict[str, Any]) -> list[tuple[str, str, str]]:
    """(address, mark, reason) of each list page."""
    given = row["list_url"]
    if given and "{" not in given["url"]:
        reason = "read off an article's address" if given["status"] == "derived_from_article_url" else ""
        return [(given["url"], "seen" if given["status"] == "seen" else "convention", reason)]
    if row["engine"] == "mediaon":
        return [(f"{base_of(row)}/news/article_list_all.html", "convention", "all sections; sec_no is not known")]
    if row["engine"] == "news21cms" and (code := parse_qs(urlsplit(row["article_url_example"]).query).get("mcode")):
        url = f"{base_of(row)}/news/list.php?mcode={code[0]}"
        return [(url, "convention", "mcode read off an article's address")]
    return []


def feeds_of(row: dict[str, Any]) -> list[tuple[str, str, str]]:
    given = row["feed_url"]
    if given and "{" not in given["url"]:
        return [(given["url"], "seen" if given["status"] == "seen" else "convention", "")]
    if row["engine"] == "news21cms":
        return [(f"{base_of(row)}/rss.php", "convention", "where this engine keeps it")]
    return []


def base_of(row: dict[str, Any]) -> str:
    return str(row["home_url"]).rstrip("/")


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def addresses(name: str, rows: list[tuple[str, str, str]]) -> Iterator[str]:
    for _, _, reason in rows:
        if reason:
            yield f"# {reason}"
    if rows:
        inner = ", ".join(f'{{ url = {quoted(url)}, mark = "{mark}" }}' for url, mark, _ in rows)
        yield f"{name} = [{inner}]"


def entry(row: dict[str, Any]) -> Iterator[str]:
    """The lines of one `[[source]]` table."""
    lists, feeds = lists_of(row), feeds_of(row)
    # Links to articles of a known engine are known by their addresses; of an unknown one, someone must look first.
    enabled = bool(lists or feeds or (row["home_url"] and family_of(row) != "unknown"))
    yield "[[source]]"
    yield f"id = {quoted(row['id'])}"
    yield f"name = {quoted(row['name_guess'] or row['name'])}"
    if row["name_status"] != "shown_or_well_known":
        yield "name_guess = true  # no page that was seen shows the name"
    yield f"kind = {quoted(row['kind'])}"
    yield f"region = {quoted(region_of(row['region']))}"
    if row["region"] not in FILES:
        yield f"area = {quoted(row['region'])}"
    yield from family_lines(row)
    yield f'channel = "{"news" if row["kind"] in NEWS_KINDS else "board"}"'
    yield f"home = {quoted(row['home_url'] or '')}"
    yield f"hosts = {json.dumps(row['hosts_seen'], ensure_ascii=False)}"
    if not (lists or feeds) and row["home_url"]:
        lists = [(row["home_url"], "convention", FRONT_PAGE)]
    yield from addresses("lists", lists)
    yield from addresses("feeds", feeds)
    if pattern := pattern_of(row):
        yield f"article_pattern = {quoted(pattern)}"
    if not enabled:
        yield "enabled = false"
    if row["note"]:
        yield f"note = {quoted(row['note'])}"


def family_lines(row: dict[str, Any]) -> Iterator[str]:
    family = family_of(row)
    doubt = "" if row["engine_confidence"].startswith(("high", "n/a")) else f"confidence {row['engine_confidence']}"
    engine = f"engine of the survey: {row['engine']}" if family == "unknown" and row["engine"] != "unknown" else ""
    reason = "; ".join(r for r in (engine, doubt) if r)
    yield f'family = "{family}"' + (f"  # {reason}" if reason else "")


def family_of(row: dict[str, Any]) -> str:
    return FAMILY.get(row["engine"]) or _public_board(row)


def _public_board(row: dict[str, Any]) -> str:
    """«*.do» in the survey is any Java system; only the two builders we read have these words in their addresses."""
    seen = json.dumps([row["article_url_example"], row["list_url"], row["evidence_urls"]])
    if "selectBoardArticle" in seen or "selectBoardList" in seen:
        return "egov"
    return "ntt" if "selectNttInfo" in seen or "selectNttList" in seen else "unknown"


def pattern_of(row: dict[str, Any]) -> str:
    pattern = row["article_url_pattern"] or ""
    return row["article_url_example"] or "" if pattern.startswith("see article_url_example") else pattern


def header(region: str, count: int) -> str:
    return (
        f"# {region}: {count} outlets, from a survey of stored pages (2026-11), none checked live yet.\n"
        "# mark: seen = found in a public list or crawler; convention = where this engine keeps it, unverified.\n"
        "# What each field means: sources/catalogue.py. First made by tests/sources/convert_catalogue.py.\n"
    )


def main(shared: Path, folder: Path) -> None:
    rows = [json.loads(line) for line in (shared / "catalogue/sources.jsonl").read_text(encoding="utf-8").splitlines()]
    by_region: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        by_region[region_of(row["region"])].append(row)
    folder.mkdir(parents=True, exist_ok=True)
    for region, outlets in by_region.items():
        text = "\n\n".join("\n".join(entry(row)) for row in outlets)
        (folder / f"{FILES[region]}.toml").write_text(f"{header(region, len(outlets))}\n{text}\n", encoding="utf-8")
    print(f"{len(rows)} outlets in {len(by_region)} files under {folder}")


if __name__ == "__main__":
    arguments = [Path(a) for a in sys.argv[1:]]
    main(*(arguments + [REPO.parent / "shared", REPO / "sources/catalogue"][len(arguments) :]))
