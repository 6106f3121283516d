"""Phones, mail addresses and numbers that belong to someone, with their exact place in a text.

Sources of the rules: the numbering plan of the Korean ministry of science and ICT (area codes, 01x, 070,
080, 050x, the eight-digit 15xx/16xx/18xx lines), the layout of resident registration numbers (six digits
of birth, seven more, the first of which tells sex, century and whether a foreigner), Luhn for cards. Banks
give no common check digit, so an account is a number beside a bank's name or a word such as 계좌.

All patterns are bounded; a text is first mapped character by character (full-width digits, dashes, no-break
spaces), so every offset found is an offset into the text as it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from store.records import Private

_FLAT = dict(zip("０１２３４５６７８９（）．。＠＋：", "0123456789()..@+:", strict=True))
_FLAT |= dict.fromkeys("‐‑‒–—―−－ㅡ﹣ー", "-")
_FLAT |= dict.fromkeys("\xa0\u3000\u2002\u2003\u2009\u200b\u200d\ufeff\t\u202f", " ")
_LOOK_ALIKE = re.compile(f"[{re.escape(''.join(_FLAT))}]")


def flatten(text: str) -> str:
    """The text with look-alike characters made plain, one for one (same length)."""
    return _LOOK_ALIKE.sub(lambda m: _FLAT[m[0]], text)


# --- phones ----------------------------------------------------------------------------------

_SEP = r"[ ]{0,2}[-./)_·]?[ ]{0,2}"
_AREA = r"(?:1[016-9]|2|[3-6][1-5]|70|80|50\d|60\d)"
_PHONE = re.compile(  # each way to begin with its first character, so that `re` skips to it, and a look back from there
    rf"(?:\+(?<!\d\+)(?<!\d-\+)82[ ).-]{{0,2}}\(?0?\)?{_AREA}"
    rf"|\((?<!\d\()(?<!\d-\()0{_AREA}\)|0(?<!\d0)(?<!\d-0){_AREA})"
    rf"{_SEP}\d{{3,4}}{_SEP}\d{{4}}(?:~\d{{1,4}})?(?!\d)(?!-\d)"
)
_LINE = re.compile(  # the eight-digit lines of companies and offices
    r"(1(?<![\d,.-]1)(?:5(?:22|33|44|66|77|88|99)|6(?:00|11|22|33|44|55|6[168]|70|77|88|99)|8(?:00|11|33|44|5[1255]|66|77|99)))"
    r"([ ]?[-.][ ]?|[ ]?)(\d{4})(?!\d)(?![-.]\d)"
)
_LOCAL = re.compile(r"(\d(?<![\d.,-]\d)\d{2,3})[ ]?[-.)][ ]?(\d{4})(?![\d-])")  # no area code: only beside a cue
_PHONE_CUE = re.compile(
    r"(?:☎|☏|📞|전화(?:번호)?|연락처|문의처?|팩스|내선|대표번호|콜센터|고객센터|휴대폰|핸드폰|폰|[Tt][Ee][Ll]|[Ff][Aa][Xx]|H\.?P|\b[TFM]\.)"
    r"[^\n\d]{0,12}$"
)
_D = "[0-9공영빵일이삼사오육륙칠팔구oO〇lI]"
_ZERO = "[0공영빵oO〇]"
_SPOKEN_SEP = r"[ ]{0,2}(?:[-./),·]|다시|에|의|하이픈|대시)?[ ]{0,2}"
_SPOKEN = re.compile(
    rf"{_ZERO}(?<![0-9A-Za-z공영]{_ZERO})[ ]?(?:[1일lI][ ]?(?:{_ZERO}|[1일6-9육륙칠팔구])"
    rf"|[2이]|[3-6삼사오육륙][ ]?[1-5일이삼사오]|[7칠][ ]?{_ZERO})"
    rf"{_SPOKEN_SEP}{_D}(?:[ ]?{_D}){{2,3}}{_SPOKEN_SEP}{_D}(?:[ ]?{_D}){{3}}(?![0-9])"
)
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"'）)]{1,2000}")


LONGEST_LIFE = 110


def _is_years(first: str, second: str, before: str, after: str) -> bool:
    """«1811-1894» is a life, not a line, unless the words before say otherwise."""
    both = 0 < int(second) - int(first) <= LONGEST_LIFE and int(second) <= 2100
    return (both or after.startswith("년")) and not _PHONE_CUE.search(before)


def find_phones(flat: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, rule) of every phone number in a flattened text; may overlap each other."""
    for m in _PHONE.finditer(flat):
        yield m.start(), m.end(), "phone:mobile" if re.match(r"\D*(?:82\D*0?)?0?1[016-9]", m[0]) else "phone:area"
    for m in _LINE.finditer(flat):
        before = flat[max(0, m.start() - 30) : m.start()]
        loose = not m[2].strip()  # «1588 1234», «15881234»: figures look the same
        if (loose and not _PHONE_CUE.search(before)) or _is_years(m[1], m[3], before, flat[m.end() : m.end() + 1]):
            continue
        yield m.start(), m.end(), "phone:line"
    for m in _LOCAL.finditer(flat):
        if _PHONE_CUE.search(flat, max(0, m.start() - 30), m.start()):
            yield m.start(), m.end(), "phone:local"
    for m in _SPOKEN.finditer(flat):
        spelled = sum(not c.isdigit() for c in re.sub(r"[-\s./),·]|다시|하이픈|대시", "", m[0]))
        if spelled or re.search(r"\d[ ]?-[ ]?\d", m[0]):
            yield m.start(), m.end(), "phone:spoken"


# --- mail ------------------------------------------------------------------------------------

_AT = re.compile(
    r"[ ]{0,2}(?:@|[\[({<][ ]?(?:at|AT|앳|골뱅이|@)[ ]?[\])}>]|#?골뱅이#?)[ ]{0,2}|(?<=[A-Za-z0-9]) at (?=[a-z0-9])"
)
_AT_SIGNS = ("@", "at", "AT", "앳", "골뱅이")
_LOCAL_PART = re.compile(r"(?:^|[^A-Za-z0-9._%+-])([A-Za-z0-9][A-Za-z0-9._%+-]{0,63})$")
_SPOKEN_LOCAL = re.compile(r"(?:^|[^A-Za-z0-9가-힣._%+-])([A-Za-z0-9가-힣][A-Za-z0-9가-힣._%+-]{1,31})$")
_DOT = r"(?:[ ]?[\[({][ ]?(?:dot|닷|점)[ ]?[\])}][ ]?|[ ]?(?:점|쩜|닷)[ ]?|\.| dot )"
_DOMAIN = re.compile(
    rf"[A-Za-z0-9](?:[A-Za-z0-9-]{{0,62}}){_DOT}(?:[A-Za-z0-9-]{{1,63}}\.){{0,3}}(?:[A-Za-z]{{2,24}}|컴|넷)"
)
_SPOKEN_DOMAIN = re.compile(
    rf"(?:네이버|다음|한메일|지메일|구글|네이트|핫메일|카카오)(?:(?:{_DOT}|[ ])?(?:컴|넷|com|net))?"
)


def find_mails(flat: str) -> Iterator[tuple[int, int, str]]:
    """Mail addresses, also written as «아이디 골뱅이 네이버 닷컴», «name[at]site.kr»."""
    if not any(sign in flat for sign in _AT_SIGNS):
        return
    for at in _AT.finditer(flat):
        domain = _DOMAIN.match(flat, at.end()) or _SPOKEN_DOMAIN.match(flat, at.end())
        if not domain:
            continue
        disguised = "@" not in at[0]
        window = flat[max(0, at.start() - 66) : at.start()]
        local = _LOCAL_PART.search(window) or (_SPOKEN_LOCAL.search(window) if disguised else None)
        if local:
            yield at.start() - len(local[1]), domain.end(), "mail:disguised" if disguised else "mail"


# --- numbers of persons, cards and accounts ---------------------------------------------------

_RESIDENT = re.compile(r"(?<![\d-])(\d{2})(\d{2})(\d{2})([ ]?-[ ]?|[ ]?)([0-9])(\d{6})(?![\d-])")
_NOT_RESIDENT = re.compile(r"(?:법인|바코드|ISBN|상품)[^\n]{0,12}$")  # these have the same thirteen figures
_RESIDENT_CUE = re.compile(r"(?:주민|생년|외국인|등록번호)[^\n]{0,12}$")
_LONG_FIGURE = re.compile(r"[0-9][0-9 -]{8,}")
"""Where ten figures or more may stand: residents, cards and accounts are looked for nowhere else."""
_CARD = re.compile(r"(?<![\d-])\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?![\d-])|(?<![\d-])\d{16}(?![\d-])")
_BANKS = (
    "국민|KB|농협|NH|신한|우리|하나|KEB|외환|기업|IBK|카카오|카뱅|토스|케이|새마을금고|새마을|신협|수협|우체국|"
    "SC|제일|씨티|대구|iM|부산|경남|광주|전북|제주|산업|산림조합|축협"
)
_ACCOUNT_CUE = re.compile(
    rf"(?:(?<![가-힣A-Za-z])(?:{_BANKS})(?:은행|뱅크)?|계좌(?:번호)?|통장(?:번호)?|입금|송금|이체)(?:[^\d\n]{{0,14}})$"
)
_AFTER_CUE = re.compile(
    rf"[ ]{{0,2}}[(/,]?[ ]{{0,2}}(?:예금주|(?:{_BANKS})(?:은행|뱅크|(?=[ ]?(?:$|[\n),./(]|계좌|예금주))))", re.M
)
_NUMBER = re.compile(r"(?<![\d.,-])(?:\d{2,6}(?:[ ]?-[ ]?\d{1,8}){1,4}|\d{10,16}|\d{2,6}(?: \d{2,8}){2,3})(?![\d-])")


def luhn(digits: str) -> bool:
    """The check of card numbers (ISO/IEC 7812)."""
    turned = [int(d) for d in reversed(digits)]
    return (sum(turned[::2]) + sum(sum(divmod(2 * d, 10)) for d in turned[1::2])) % 10 == 0


def _resident_check(digits: str) -> bool:
    weights = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)
    return (11 - sum(int(d) * w for d, w in zip(digits, weights, strict=False)) % 11) % 10 == int(digits[12])


@lru_cache(maxsize=1)
def _long_figures(flat: str) -> tuple[tuple[int, int], ...]:
    return tuple(m.span() for m in _LONG_FIGURE.finditer(flat))


def _in_long_figures(pattern: re.Pattern[str], flat: str) -> Iterator[re.Match[str]]:
    for start, end in _long_figures(flat):
        yield from pattern.finditer(flat, start, end)


def find_residents(flat: str) -> Iterator[tuple[int, int, str]]:
    """Resident and foreigner registration numbers. Those given since October 2020 carry no check digit, so
    with a hyphen a possible birthday is enough; thirteen bare digits need the check or a word before them."""
    for m in _in_long_figures(_RESIDENT, flat):
        before = flat[max(0, m.start() - 24) : m.start()]
        possible = 1 <= int(m[2]) <= 12 and 1 <= int(m[3]) <= 31
        bare = "-" not in m[4]
        sure = not bare or _RESIDENT_CUE.search(before) or _resident_check(re.sub(r"\D", "", m[0]))
        if possible and sure and not _NOT_RESIDENT.search(before):
            yield m.start(), m.end(), "resident:foreigner" if m[5] in "5678" else "resident"


def find_accounts(flat: str) -> Iterator[tuple[int, int, str]]:
    """Bank accounts beside a bank's name or 계좌/입금, and card numbers."""
    for m in _in_long_figures(_CARD, flat):
        separated = m[1] is not None
        if separated or (luhn(m[0]) and "카드" in flat[max(0, m.start() - 20) : m.start()]):
            yield m.start(), m.end(), "card"
    for m in _in_long_figures(_NUMBER, flat):
        digits = sum(c.isdigit() for c in m[0])
        if not 10 <= digits <= 16 or re.fullmatch(r"(?:19|20)\d\d ?- ?\d{1,2} ?- ?\d{1,2}.*", m[0]):
            continue
        cued = _ACCOUNT_CUE.search(flat, max(0, m.start() - 24), m.start()) or _AFTER_CUE.match(flat, m.end())
        if cued and not _PHONE.fullmatch(m[0]):
            yield m.start(), m.end(), "account"


_FINDERS = (  # in the order of trust: a span taken by one is not looked at by the next
    ("email", find_mails),
    ("resident_number", find_residents),
    ("account", find_accounts),
    ("phone", find_phones),
)


def find_contacts(text: str) -> list[Private]:
    """All phones, mails and numbers of a text in their order; never overlapping. `office` is not decided here."""
    flat = flatten(text)
    urls = [m.span() for m in _URL.finditer(flat)]
    taken: list[tuple[int, int]] = []
    found: list[Private] = []
    for kind, finder in _FINDERS:
        longest_first = sorted(finder(flat), key=lambda f: (f[0], -f[1]))
        new = [f for f in longest_first if not (kind != "email" and _within(f[0], urls))]
        kept = _without_overlaps(new, taken)
        found += [Private(kind, (s, e), text[s:e], rule=rule) for s, e, rule in kept]
        taken = sorted(taken + [(s, e) for s, e, _ in kept])
    return sorted(found, key=lambda p: p.span)


def _within(at: int, sorted_spans: list[tuple[int, int]]) -> bool:
    i = bisect_right(sorted_spans, (at, 1 << 62)) - 1
    return i >= 0 and sorted_spans[i][0] <= at < sorted_spans[i][1]


def _without_overlaps(new: list[tuple[int, int, str]], taken: list[tuple[int, int]]) -> list[tuple[int, int, str]]:
    """`new` (sorted) minus what touches `taken` or an earlier one; one sweep, both lists sorted."""
    kept: list[tuple[int, int, str]] = []
    i = 0
    for s, e, rule in new:
        while i < len(taken) and taken[i][1] <= s:
            i += 1
        if (i < len(taken) and taken[i][0] < e) or (kept and kept[-1][1] > s):
            continue
        kept.append((s, e, rule))
    return kept
