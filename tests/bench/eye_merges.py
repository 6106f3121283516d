"""For the eye: the worst ten merges and the nearest ten non-merges of a store.

    dure run --plain --replay PAGES --home DIR && python tests/bench/eye_merges.py DIR

A merge is bad where the two texts are not one news item; a non-merge is bad where they are.
"""

from __future__ import annotations

import sys
from pathlib import Path

from store import judgements, shelf
from store.records import Judgement, KeptArticle
from store.session import open_store, sqlite_address

SHOWN = 10
WIDTH = 110


def show(said: Judgement, articles: dict[str, KeptArticle]) -> None:
    print(f"\n{said.verdict} {said.score:.2f}: {'; '.join(said.reasons[:4])}")
    for article in (articles[said.left], articles[said.right]):
        start = " ".join(article.text.split())[:WIDTH]
        print(f"   {article.published_at}  {article.source_id}  {article.title[:60]}\n      {start}")


def main() -> None:
    store = open_store(sqlite_address(Path(sys.argv[1])))
    with store.begin() as session:
        said = list(judgements.live(session, "article"))
        articles = {a.id: a for a in shelf.articles(session, {i for j in said for i in (j.left, j.right)})}
    told_apart = [j for j in said if articles[j.left].text != articles[j.right].text]
    merges = sorted((j for j in told_apart if j.verdict == "same"), key=lambda j: j.score)
    others = sorted((j for j in told_apart if j.verdict != "same"), key=lambda j: -j.score)
    print(f"{len(said)} words on {len(articles)} articles: {len(merges)} merges of different texts")
    print(f"\n== the worst {SHOWN} merges")
    for word in merges[:SHOWN]:
        show(word, articles)
    print(f"\n== the nearest {SHOWN} non-merges")
    for word in others[:SHOWN]:
        show(word, articles)
    store.close()


if __name__ == "__main__":
    main()
