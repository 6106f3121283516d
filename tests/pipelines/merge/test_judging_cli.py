"""`dure judge` as people type it, end to end through the stage."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
from test_merge_stage import ANNOUNCED, LATER, POSTPONED, run, state  # type: ignore[import-not-found]
from typed import dure

from store.session import Store

Put = Callable[[Store, Sequence[dict[str, Any]]], None]
Judge = Callable[..., CompletedProcess[str]]


@pytest.fixture
def judge(tmp_path: Path) -> Judge:
    return lambda *words: dure("judge", *words, "--home", tmp_path)


def test_said_shown_contradicted_and_taken_back(opened: Store, put: Put, judge: Judge) -> None:
    put(opened, [ANNOUNCED, POSTPONED])
    run(opened)
    before = state(opened)
    first, second = (s.id for s in before[0])
    said = judge("same", first, second, "--why", "옮긴 날짜", "--by", "kim")
    assert (said.returncode, said.stdout.split(" ")[:2]) == (0, ["1", "word"]), said.stderr
    run(opened, LATER)
    (story,) = state(opened)[0]
    listed = judge("list").stdout.strip().split("\t")
    assert listed[1:] == ["kim", "same", f"said of {first} and {second}", "1", "옮긴 날짜"]
    shown = judge("show", second).stdout
    assert story.id in shown
    assert "person:kim" in shown
    assert ANNOUNCED["title"] in shown
    against = judge("different", "m1", "m2", "--why", "no", "--by", "lee")
    assert "takes the place of kim's «same»" in against.stderr
    assert judge("undo", "m1", "m2").returncode == 0
    assert judge("list").stdout == ""
    run(opened, LATER)
    assert state(opened)[0] == before[0]


def test_mistakes_are_one_sentence(opened: Store, put: Put, judge: Judge) -> None:
    put(opened, [ANNOUNCED])
    run(opened)
    for words, hint in (
        (("same", "st-nothing", "m1", "--why", "x"), "no story, event, organisation"),
        (("same", "m1", "m1-e0", "--why", "x"), "one kind"),
        (("different", "m1", "m1", "--why", " "), "--why is empty"),
        (("undo", "m1", "m2"), "Nobody's word stands"),
    ):
        done = judge(*words)
        assert done.returncode == 2
        assert hint in done.stderr
        assert done.stderr.count("\n") == 1
        assert "Traceback" not in done.stderr
