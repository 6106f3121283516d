"""Grouping mentions of made organisations, beside Jaro-Winkler and Splink on the same blocks.

    python tests/bench/bench_names.py                      10,000 and 100,000 mentions
    python tests/bench/bench_names.py --counts 10000 1000000

Bodies are co-operatives, companies, associations and centres with regions, 25 mentions each; a mention is
written in one of the ways seen in the news: glyphs, spacing, form in front, behind or dropped, the district in front,
long and short region, words of the field shortened. Three in a hundred bodies have a twin of another legal form next
door, three a namesake in another province. Printed: CPU microseconds a mention, pairwise precision and recall.

The peers get our blocks for free and each distinct name with its region once. Jaro-Winkler joins two at .9, as is
common. Splink (with pyarrow; skipped where it is not installed) learns its weights from the same records.
Bars (issue 5): precision .995, recall .95, cost a mention within 1.3 times from 10,000 to 1,000,000.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from importlib.util import find_spec
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from pipelines.korean.names import district_names, squeeze
from pipelines.korean.regions import sido_name
from pipelines.merge.names import OrganisationMention, blocking_keys, group_organisations

MENTIONS_A_BODY = 25
TWINS = 0.12  # of co-operatives, which are half of the bodies
WORDS = [
    "햇살",
    "나눔",
    "누리",
    "마루",
    "다온",
    "한울",
    "도담",
    "새봄",
    "느티",
    "솔바람",
    "두레",
    "온새",
    "푸른",
    "하늘",
    "바다",
    "들꽃",
    "산들",
    "별빛",
    "꿈틀",
    "이음",
    "모두",
    "다락",
    "살림",
    "품앗이",
    "해오름",
    "물결",
    "새싹",
    "여울",
    "바람",
    "노을",
    "무지개",
    "나무",
    "돌담",
    "손길",
    "온기",
    "달빛",
]
SYLLABLES = (
    "가나다라마바사아자차하고노도로모보소오초호누두루무부수우주추기니리미비시지해새햇별솔달꿈빛숲들강산봄온참한늘"
)
CENTRES = ("사회적경제지원센터", "지역자활센터", "마을공동체지원센터")
WAYS = {
    "coop": ("{0}협동조합", "{0}협동조합", "{0} 협동조합", "협동조합 {0}", "{4}{0}협동조합", "{4} {0}협동조합", "{0}"),
    "social": (
        "{0}사회적협동조합",
        "{0} 사회적협동조합",
        "사회적협동조합 {0}",
        "{0}사협",
        "{0} 사협",
        "{4}{0}사회적협동조합",
    ),
    "company": ("㈜{0}", "(주){0}", "주식회사 {0}", "{0}㈜", "{0} 주식회사", "{0}"),
    "farm": ("{0}마을영농조합법인", "{0}마을 영농조합법인", "영농조합법인 {0}마을", "{4} {0}마을영농조합법인"),
    "association": ("(사){0}", "사단법인 {0}", "㈔{0}", "(사) {0}", "{0}"),
    "centre": ("{1}{3}", "{1} {3}", "{2} {1} {3}", "{4}{3}", "{4} {5}"),
}
Body = tuple[str, str, str, str, str]  # kind, stem, sido, district, centre


def made(count: int, seed: int = 1) -> tuple[list[OrganisationMention], dict[str, Body]]:
    """`count` mentions, and which body each one means."""
    rng = random.Random(seed)
    districts = _districts()
    bodies: list[Body] = []
    for _ in range(max(1, count // MENTIONS_A_BODY)):
        sido, district = rng.choice(districts)
        tail = "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(1, 2)))
        kind = rng.choices(list(WAYS), (25, 25, 25, 10, 10, 5))[0]
        stem = rng.choice(WORDS) + rng.choice(WORDS) + tail if kind != "centre" else district
        bodies.append((kind, stem, sido, district, rng.choice(CENTRES)))
        bodies += _twins(rng, bodies[-1], districts)
    bodies = bodies[: max(1, count // MENTIONS_A_BODY)]
    mentions, truth = [], {}
    for i in range(count):
        body = rng.choice(bodies)
        kind, stem, sido, district, centre = body
        short = district[:-1] if len(district) > 2 else district
        name = rng.choice(WAYS[kind]).format(
            stem, district, sido_name(sido, None), centre, short, centre.replace("지원센터", "센터")
        )
        region = f"{sido} {district}" if rng.random() < 0.9 else sido
        mentions.append(OrganisationMention(f"m{i:07}", name, region=region, article=f"a{i}"))
        truth[f"m{i:07}"] = (kind, stem, sido, district, centre if kind == "centre" else "")
    return mentions, truth


def _districts() -> list[tuple[str, str]]:
    """(시도, 시군구); of a county that became a city («여주군», «여주시») only the city: they are one place."""
    last = {(sido, name[:-1] if len(name) > 2 else name): name for name, sidos in district_names() for sido in sidos}
    return [(sido, name) for (sido, _), name in sorted(last.items())]


def _twins(rng: random.Random, body: Body, districts: list[tuple[str, str]]) -> list[Body]:
    """A body of the same stem: of another legal form in the same place, or of the same form in another province."""
    kind, stem, sido, district, centre = body
    if kind not in ("coop", "social") or rng.random() > TWINS:
        return []
    if rng.random() < 0.5:
        return [("social" if kind == "coop" else "coop", stem, sido, district, centre)]
    away = [(s, d) for s, d in rng.sample(districts, 20) if s != sido]
    return [(kind, stem, *away[0], centre)]


def quality(groups: Iterable[tuple[str, ...]], truth: dict[str, Body]) -> tuple[float, float]:
    """Pairwise precision and recall."""

    def pairs(sizes: Iterable[int]) -> int:
        return sum(n * (n - 1) // 2 for n in sizes)

    right = found = 0
    for group in groups:
        right += pairs(Counter(truth[m] for m in group).values())
        found += pairs([len(group)])
    return right / max(1, found), right / max(1, pairs(Counter(truth.values()).values()))


def jaro_winkler(mentions: list[OrganisationMention]) -> list[tuple[str, ...]]:
    """The peer: names of one block joined at 0.9; each distinct name once."""
    from rapidfuzz.distance import JaroWinkler

    by_name: dict[str, list[str]] = defaultdict(list)
    for m in mentions:
        by_name[m.name].append(m.id)
    parent = {name: name for name in by_name}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    blocks: dict[str, list[str]] = defaultdict(list)
    for name in by_name:
        for key in blocking_keys(name):
            blocks[key].append(name)
    for block in blocks.values():
        for a, b in combinations(block[:60], 2):
            if JaroWinkler.similarity(a, b) >= 0.9:
                parent[root(a)] = root(b)
    groups: dict[str, list[str]] = defaultdict(list)
    for name, ids in by_name.items():
        groups[root(name)] += ids
    return [tuple(g) for g in groups.values()]


def splink(mentions: list[OrganisationMention]) -> list[tuple[str, ...]]:
    """The peer: Fellegi-Sunter with learnt weights over name, squeezed name and region; clusters from .95."""
    import pyarrow
    from splink import Linker, SettingsCreator, block_on
    from splink import comparison_library as compared
    from splink.backends.duckdb import DuckDBAPI

    by_record: dict[tuple[str, str], list[str]] = defaultdict(list)
    for m in mentions:
        by_record[m.name, m.region or ""].append(m.id)
    records = list(by_record)
    rows = [
        {"unique_id": n, "name": name, "squeezed": squeeze(name), "region": region, "keys": list(blocking_keys(name))}
        for n, (name, region) in enumerate(records)
    ]
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            compared.JaroWinklerAtThresholds("name", [0.95, 0.9, 0.8]),
            compared.LevenshteinAtThresholds("squeezed", [1, 3]),
            compared.ExactMatch("region"),
        ],
        blocking_rules_to_generate_predictions=[block_on("keys", arrays_to_explode=["keys"])],
    )
    linker = Linker(DuckDBAPI().register(pyarrow.Table.from_pylist(rows)), settings, log_level=40)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
    for rule in (block_on("squeezed"), block_on("region", "substr(squeezed, 1, 2)")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    pairs = linker.inference.predict(threshold_match_probability=0.95)
    found = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold_match_probability=0.95)
    groups: dict[object, list[str]] = defaultdict(list)
    for row in found.as_record_list():
        groups[row["cluster_id"]] += by_record[records[row["unique_id"]]]
    return [tuple(group) for group in groups.values()]


def dure(mentions: list[OrganisationMention]) -> Iterable[tuple[str, ...]]:
    """Ours."""
    return group_organisations(mentions).groups


METHODS = {"dure": dure, "jaro-winkler": jaro_winkler, "splink": splink}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--counts", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--methods", nargs="+", choices=list(METHODS), default=list(METHODS))
    given = parser.parse_args()
    group_organisations(made(100)[0])  # tables of regions and names are read once, before any clock
    for count in given.counts:
        mentions, truth = made(count)
        for name in given.methods:
            if name == "splink" and not (find_spec("splink") and find_spec("pyarrow")):
                print(f"{count:>9,} mentions  splink        skipped: not installed (pip install splink pyarrow)")
                continue
            started = time.process_time()
            groups = METHODS[name](mentions)
            spent = time.process_time() - started
            precision, recall = quality(groups, truth)
            micros = spent / count * 1e6
            print(
                f"{count:>9,} mentions  {name:<13} {micros:7.1f} µs a mention  P {precision:.4f}  R {recall:.4f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
