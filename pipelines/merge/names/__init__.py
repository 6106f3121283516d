"""Are two names one organisation, and which mentions belong together (guideline §9).

compare(name_a, context_a, name_b, context_b) → Comparison(same, score, reasons)
blocking_keys(name)                           → keys under which a like name would also be found
group_organisations(mentions)                 → pairs with verdicts, and the groups that follow from them
"""

from __future__ import annotations

from pipelines.merge.names.compare import Comparison, compare
from pipelines.merge.names.grouping import Grouping, OrganisationMention, PairVerdict, group_organisations
from pipelines.merge.names.normalise import blocking_keys

__all__ = [
    "Comparison",
    "Grouping",
    "OrganisationMention",
    "PairVerdict",
    "blocking_keys",
    "compare",
    "group_organisations",
]
