"""Pictures that stand for a label, as chat groups pass notices on: «🗓 2/14 저녁 7시», «📍 비콘상가 2층».

A new picture is one character in `SIGNS`.
"""

from __future__ import annotations

import re

SIGNS = {
    "when": ("일시", "🗓📅📆⏰🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛⌚"),
    "where": ("장소", "📍🏠🗺🏫"),
    "apply": ("신청", "✍📝"),
    "audience": ("대상", "🙋👥👪🧑👩👨"),
    "fee": ("참가비", "💰💵💳💸"),
    "contact": ("문의", "☎📞📱☏"),
}
"""Field → the label it stands for, and its pictures."""
_SIGN = re.compile(
    rf"\s?(?:{'|'.join(f'(?P<{field}>[{signs}])' for field, (_, signs) in SIGNS.items())})"
    "[\ufe0f\u200d\U0001f3fb-\U0001f3ff♀♂]{0,5}\\s?"
)
_DAY_OR_HOUR = re.compile(r"\d{1,2}\s?[./월]\s?\d|\d\s?[일시:]|요일")


def pictured(words: str) -> tuple[str, str, int] | None:
    """(field, label, where the value begins) of a line led by such a picture.

    «📅 6월 달력» heads a list: a picture of time stands for a label only where a day or an hour follows.
    """
    match = _SIGN.match(words)
    if match is None or match.lastgroup is None:
        return None
    field = match.lastgroup
    if field == "when" and _DAY_OR_HOUR.search(words) is None:
        return None
    return field, SIGNS[field][0], match.end()
