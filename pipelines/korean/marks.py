"""Signs that lists and notices are set with, as parts of regular expressions."""

from __future__ import annotations

NUMBERED = "①-⒛❶-❿➀-➓Ⅰ-ⅻ"
"""Numbers that are one sign. `re` counts them among letters."""
BARS = "∥‖｜│┃ㅣ"
"""What stands for a colon behind a label: «일시ㅣ6월 3일», «때 ∥ 3월 2일»."""
COLONS = f":：=|?？▶►→⇒☞➜➡»{BARS}"
BULLET = rf"(?:[{NUMBERED}ㅁㅇㆍ]|[oO](?=\s)|[^\w\s()\[\]<>〈〉【】「」『』《》‹›‘’“”\"'~.,!?:;/%&@=|\\{BARS}])"
"""What an item of a list or a field of a notice begins with; the others stand inside a character class."""
