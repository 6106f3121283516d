"""One line of `dure match`: two names with contexts in, verdict with score and reasons out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipelines.merge.names.compare import compare


def match_line(item: Mapping[str, Any]) -> dict[str, Any]:
    """{"id", "name_a", "context_a", "name_b", "context_b"} → {"id", "same", "score", "reasons"}.

    A missing context is an empty one. ValueError where a name is missing or no text.
    """
    names = (item.get("name_a"), item.get("name_b"))
    if not all(isinstance(name, str) for name in names):
        raise ValueError(f"item {item.get('id')!r}: name_a and name_b must both be text")
    result = compare(str(names[0]), str(item.get("context_a") or ""), str(names[1]), str(item.get("context_b") or ""))
    return {"id": item.get("id"), "same": result.same, "score": result.score, "reasons": list(result.reasons)}
