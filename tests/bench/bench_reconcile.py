"""Names of a list against a register of 40,000 made bodies: CPU seconds, what was matched right, what wrong.

Bar (issue 5): 10,000 names in at most 10 s CPU. The peer is rapidfuzz over all bodies (`process.extractOne`,
Jaro-Winkler from .9), timed on 50 names and multiplied, since it has no blocks.
"""

from __future__ import annotations

import random
import sys
import time
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from pipelines.korean.names import district_names, squeeze
from pipelines.merge.names import blocking_keys
from pipelines.merge.reconcile.register import Body, Register

BODIES, NAMES, PEER_NAMES, BAR_SECONDS = 40_000, 10_000, 50, 10.0
_SYLLABLES = "가나다라마바사아자하고노도로모보소오조호구누두루무부수우강난단람만반산안장찬한선전정천경성영평중동공문민"
_FORMS = ("{}협동조합", "{} 사회적협동조합", "㈜{}", "{}영농조합법인", "(사){}", "{}네트워크", "{}센터")


def made(count: int, chance: random.Random) -> list[Body]:
    """Bodies with names of their own, three in ten with their district in front."""
    districts = [(name, sidos[0]) for name, sidos in district_names() if len(sidos) == 1]
    found = []
    for number in range(count):
        core = "".join(chance.choice(_SYLLABLES) for _ in range(chance.choice((3, 4, 5))))
        district, sido = chance.choice(districts)
        name = (district if chance.random() < 0.3 else "") + chance.choice(_FORMS).format(core)
        found.append(Body(f"org-{number}", name, "cooperative", f"{sido} {district}", (name,), 1, 0, None, None))
    return found


def register(bodies: list[Body]) -> Register:
    keys: dict[str, list[str]] = defaultdict(list)
    for body in bodies:
        for key in blocking_keys(body.name):
            keys[key].append(body.id)
    ordered = sorted((squeeze(body.name), body.id) for body in bodies)
    return Register({b.id: b for b in bodies}, {}, {}, {k: tuple(ids) for k, ids in keys.items()}, ordered)


def main() -> int:
    chance = random.Random(5)
    bodies = made(BODIES, chance)
    began = time.process_time()
    held = register(bodies)
    print(f"index of {BODIES:,} bodies: {time.process_time() - began:.2f} s CPU")
    asked = [(b.name.replace("㈜", "주식회사 ").replace("(사)", "사단법인 "), b) for b in chance.sample(bodies, NAMES)]
    began = time.process_time()
    found = [(next(iter(held.candidates(name, body.region)), None), body) for name, body in asked]
    took = time.process_time() - began
    right = sum(c is not None and c.match and c.body.id == b.id for c, b in found)
    wrong = sum(c is not None and c.match and c.body.id != b.id for c, b in found)
    print(f"{NAMES:,} names: {took:.2f} s CPU (bar {BAR_SECONDS:g}); {right:,} matched right, {wrong} wrong")
    names = [body.name for body in bodies]
    began = time.process_time()
    for name, _ in asked[:PEER_NAMES]:
        process.extractOne(name, names, scorer=JaroWinkler.similarity, score_cutoff=0.9)
    peer = (time.process_time() - began) / PEER_NAMES * NAMES
    print(f"peer, Jaro-Winkler over all: {peer:.0f} s CPU for {NAMES:,} names")
    return int(took > BAR_SECONDS)


if __name__ == "__main__":
    raise SystemExit(main())
