"""Would a statistical tagger find organisations that the rules miss? Trains one, measures it, prints the figures.

    python tests/tagger.py KLUE.tsv ARTICLES.jsonl …      (needs python-crfsuite, which Dure itself does not)

A character CRF is trained on 4,000 sentences of KLUE-NER dev (CC BY-SA 4.0; what is made from it is shipped under the
same licence) and first measured on the other 1,000. Then the articles of each annotated file are read by the rules
alone, and by the rules with the tagger's help in two ways: spans that it is sure of are added where the rules found
nothing, and bodies that it gives no chance are dropped. Figures are document-level F1 by canonical name, the stricter
of the shared scorer's two. Bar of issue 5: two points or more on articles that nobody tuned on, at most 5 MB.
"""

from __future__ import annotations

import json
import random
import re
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from pipelines.extract.boilerplate import split_lines
from pipelines.extract.lines import as_document
from pipelines.extract.organisations import find_organisations
from pipelines.extract.organisations.tokens import splits, telling
from pipelines.korean.names import is_region_stem, squeeze
from pipelines.korean.person_words import is_name
from store.records import Document, SpanPair

KEPT = ("OG", "LC", "PS")
"""Labels that are learnt; places and persons keep it from taking them for organisations."""
SURE = (0.5, 0.7, 0.8, 0.9, 0.95)
NO_CHANCE = (0.02, 0.1)
Tagged = tuple[str, list[str]]


def sentences(path: Path) -> Iterator[Tagged]:
    """(text, one label a character) of each block of the KLUE file."""
    letters, labels = [], []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("##"):
            continue
        if "\t" not in line:
            if letters:
                yield "".join(letters), labels
            letters, labels = [], []
            continue
        letter, _, label = line.partition("\t")
        letters.append(letter or " ")
        labels.append(label.strip() if label.strip()[2:] in KEPT else "O")


def features(text: str) -> list[list[str]]:
    """What the tagger sees of each character: its neighbours, its place in its word, what the word looks like."""
    padded = f"\2\2{text}\3\3"
    rows = []
    words = {i: m for m in re.finditer(r"\S+", text) for i in range(*m.span())}
    for i in range(len(text)):
        a, b, c, d, e = padded[i : i + 5]
        row = [f"c{c}", f"b{b}", f"d{d}", f"a{a}", f"e{e}", f"bc{b}{c}", f"cd{c}{d}", f"ab{a}{b}", f"de{d}{e}",
               f"bcd{b}{c}{d}", _sort(c) + _sort(d)]  # fmt: skip
        if (m := words.get(i)) is not None:
            row += [f"p{min(i - m.start(), 6)}", f"q{min(m.end() - i, 6)}", *_of_word(m[0])]
            row.append(f"before:{text[max(0, m.start() - 3) : m.start()]}")
            row.append(f"after:{text[m.end() : m.end() + 3]}")
        rows.append(row)
    return rows


def _sort(letter: str) -> str:
    if "가" <= letter <= "힣":
        return "H"
    return "D" if letter.isdigit() else "L" if letter.isalpha() else letter


def _of_word(word: str) -> list[str]:
    plain = re.sub(r"^\W+|\W+$", "", word)
    base = splits(plain)[-1][0] if plain else ""
    told = telling(plain)
    return [
        f"w{plain}", f"w1{plain[-1:]}", f"w2{plain[-2:]}", f"w3{plain[-3:]}", f"f2{plain[:2]}", f"base{base[-2:]}",
        f"told:{told[2] if told else ''}", f"region:{is_region_stem(base)}", f"person:{is_name(base[:3], sure=False)}",
    ]  # fmt: skip


def train(data: Iterable[Tagged], model: str) -> None:
    import pycrfsuite

    trainer = pycrfsuite.Trainer(verbose=False)
    for text, labels in data:
        trainer.append(features(text), labels)
    trainer.set_params({"c1": 0.3, "c2": 0.01, "max_iterations": 120, "feature.minfreq": 2})
    trainer.train(model)


@dataclass(frozen=True)
class Tagger:
    """A trained model; `organisations` are spans with how sure it is of them, `chance` that of any span."""

    crf: object

    def organisations(self, text: str) -> list[tuple[SpanPair, float]]:
        labels = self.crf.tag(features(text))  # type: ignore[attr-defined]
        found = []
        for start, end in spans(labels):
            sure = min(self.crf.marginal(labels[i], i) for i in range(start, end))  # type: ignore[attr-defined]
            found.append(((start, end), sure))
        return found

    def chance(self, span: SpanPair) -> float:
        """Of the text tagged last: how likely any character of the span is one of an organisation."""
        return max(
            self.crf.marginal("B-OG", i) + self.crf.marginal("I-OG", i)  # type: ignore[attr-defined]
            for i in range(*span)
        )


def spans(labels: list[str]) -> Iterator[SpanPair]:
    start = None
    for i, label in enumerate([*labels, "O"]):
        if start is not None and label != "I-OG":
            yield start, i
            start = None
        if label == "B-OG":
            start = i


def f1(right: int, found: int, wanted: int) -> float:
    return 2 * right / (found + wanted) if found + wanted else 1.0


def on_klue(tagger: Tagger, data: Iterable[Tagged]) -> float:
    """F1 of exact organisation spans."""
    right = found = wanted = 0
    for text, labels in data:
        mine, gold = {s for s, _ in tagger.organisations(text)}, set(spans(labels))
        right, found, wanted = right + len(mine & gold), found + len(mine), wanted + len(gold)
    return f1(right, found, wanted)


@dataclass(frozen=True)
class Read:
    """One annotated article: bodies wanted, bodies of the rules with the tagger's chance for each, its own spans."""

    wanted: frozenset[str]
    ignored: frozenset[str]
    ours: tuple[tuple[str, float], ...]
    its: tuple[tuple[str, float], ...]


_FORM = re.compile(r"㈜|\([주사재유]\)|주식회사|사단법인|재단법인|사회복지법인")


def _key(name: str) -> str:
    return squeeze(_FORM.sub("", name))


def read(row: dict[str, object], tagger: Tagger) -> Read:
    document: Document = as_document(row)
    text = document.text
    its = []
    bodies = find_organisations(document)
    taken = [s for body in bodies for s in body.mentions]
    chances = dict.fromkeys((body.name for body in bodies), 0.0)
    for line in split_lines(text, document.title):
        if line.kind in ("tail", "meta") or not text[line.start : line.end].strip():
            continue
        for (start, end), sure in tagger.organisations(text[line.start : line.end]):
            at, to = line.start + start, line.start + end
            if not any(s < to and at < e for s, e in taken) and len(text[at:to]) > 1:
                its.append((_key(text[at:to]), sure))
        for body in bodies:
            for s, e in body.mentions:
                if line.start <= s < line.end:
                    chance = tagger.chance((s - line.start, min(e, line.end) - line.start))
                    chances[body.name] = max(chances[body.name], chance)
    ours = [(_key(b.name), chances[b.name]) for b in bodies if not b.type.endswith("_government")]
    gold = row["organisations"]
    assert isinstance(gold, list)
    known = {_key(n) for o in gold for n in (o["name"], *o.get("aliases", ()))}
    wanted = frozenset(_key(o["name"]) for o in gold if o["type"] != "local_government")
    return Read(
        wanted, frozenset(known - wanted), tuple(ours), tuple((n, s) for n, s in its if n not in known - wanted)
    )


def score(articles: list[Read], sure: float, no_chance: float) -> float:
    right = found = wanted = 0
    for a in articles:
        mine = {n for n, chance in a.ours if chance >= no_chance} | {n for n, s in a.its if s >= sure}
        right, found, wanted = right + len(mine & a.wanted), found + len(mine), wanted + len(a.wanted)
    return f1(right, found, wanted)


def main(klue: Path, files: list[Path]) -> None:
    import pycrfsuite

    data = list(sentences(klue))
    random.Random(1).shuffle(data)
    with tempfile.TemporaryDirectory() as folder:
        model = str(Path(folder) / "tagger.crf")
        began = time.process_time()
        train(data[:4000], model)
        print(f"trained in {time.process_time() - began:.0f} s CPU, {Path(model).stat().st_size / 1e6:.1f} MB")
        crf = pycrfsuite.Tagger()
        crf.open(model)
        tagger = Tagger(crf)
        print(f"organisations of KLUE, exact spans: F1 {on_klue(tagger, data[4000:]):.3f}")
        for file in files:
            rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
            articles = [read(row, tagger) for row in rows if row["relevant"]]
            print(f"{file.name}: rules alone {score(articles, 2, -1):.3f}")
            print("  added from a chance of", *(f"{t}: {score(articles, t, -1):.3f}" for t in SURE), sep="  ")
            print("  dropped below", *(f"{t}: {score(articles, 2, t):.3f}" for t in NO_CHANCE), sep="  ")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]), [Path(a) for a in sys.argv[2:]])
