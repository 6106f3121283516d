"""The kind of an item: event_notice, call, report, policy, people, opinion. First row that fits wins."""

from __future__ import annotations

import re

from store.records import Document, Event

OPINION = re.compile(r"\[(?:칼럼|사설|기고|기자수첩|데스크|오피니언|시론|특별기고)|사설\s?[:|]|칼럼\s?[:|]|기고\s?[:|]")
PEOPLE = re.compile(r"\[(?:인터뷰|인물|사람|만나봅시다|부고|인사|동정)|인터뷰\s?[:|]|를 만나다|을 만나다")
CALL = re.compile(r"모집|공모|접수|참가자|수강생|신청하세요|지원하세요")
POLICY = re.compile(r"조례|법안|개정|기본계획|예산|정책|지정 (?:결과|계획)|제도|지침")


def item_kind(document: Document, events: tuple[Event, ...]) -> str:
    """One of the six kinds; a text with nothing dated is a report or a policy item."""
    title = document.title
    main = [e for e in events if e.role == "main"]
    if OPINION.search(title):
        return "opinion"
    if PEOPLE.search(title):
        return "people"
    if CALL.search(title) and any(e.application_deadline or e.application_start for e in main):
        return "call"
    if any(e.status in ("scheduled", "postponed", "cancelled", "recurring") for e in main):
        return "call" if CALL.search(title) else "event_notice"
    if not main and POLICY.search(title + document.text[:200]):
        return "policy"
    return "report"
