"""A CSV of certified social enterprises, co-operatives or village enterprises → bodies, and complaints by line.

Seen in the portal's files (items 15012895, 15138295, 15001848): CP949 and UTF-8 with and without a byte order mark,
titles above the header, «인증번호» / «인증 번호» / «번호», 시도 and 시군구 in one column or two, days as «2020.05.01»,
«20200501», «2020-05» or «2020년». Only what says who a body is gets read: no persons, no telephone numbers.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipelines.korean.legal_forms import read_form
from pipelines.korean.names import sidos_of, squeeze
from pipelines.korean.regions import short_sido, sido_name
from store.listed import ListedBody, OfficialList

LONGEST_NAME = 200
"""Characters above which a cell is no name."""
_LINES_ABOVE = 10
_HEADERS: dict[str, tuple[str, ...]] = {  # squeezed, the surest first
    "number": (
        "인증번호", "지정번호", "인가번호", "신고번호", "수리번호", "설립인가번호", "설립신고번호", "등록번호",
        "관리번호",
    ),
    "name": (
        "기관명", "기업명", "사회적기업명", "인증기업명", "협동조합명", "조합명", "마을기업명", "업체명", "사업체명",
        "법인명", "단체명", "상호", "명칭",
    ),
    "sido": ("시도", "시도명", "광역", "광역시도", "지역", "관할시도", "인가신고시도"),
    "sigungu": ("시군구", "시군구명", "기초", "기초자치단체", "시군", "구군", "관할시군구"),
    "address": ("소재지", "주소", "소재지도로명주소", "도로명주소", "사업장소재지", "기관주소", "주사무소소재지"),
    "since": (
        "인증일자", "인증일", "인증년월", "인증연도", "지정일자", "지정년도", "지정연도", "신고일자", "인가일자",
        "수리일자", "설립일", "설립일자", "신고인가일자", "인증년도",
    ),
    "sort": ("구분", "조합구분", "종류", "조합종류", "유형구분", "협동조합유형", "조합유형"),
}  # fmt: skip
_SAYS: tuple[tuple[OfficialList, tuple[str, ...]], ...] = (  # headers that tell which list it is
    ("village_enterprise", ("마을기업명", "마을기업")),
    (
        "cooperative",
        ("협동조합명", "조합명", "신고번호", "인가번호", "조합구분", "설립신고번호", "설립인가번호", "수리번호"),
    ),
    ("social_enterprise", ("인증번호", "사회적기업명", "인증기업명", "인증일자", "인증년월")),
)
_DAY = re.compile(r"((?:19|20)\d{2})(?:\D{0,2}(0?[1-9]|1[0-2])(?!\d)(?:\D{0,2}(0?[1-9]|[12]\d|3[01])(?!\d))?)?")
_RUN_TOGETHER = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})?$")


class ListError(Exception):
    """A file that is no such list; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds; `complaints` are sentences that begin with the line's number."""

    list: OfficialList
    bodies: tuple[ListedBody, ...]
    complaints: tuple[str, ...]


def read_list(data: bytes, name: OfficialList | None = None) -> Reading:
    """Read a file. `name` says which list it is where its header does not. Raises ListError."""
    lines = _lines(_decode(data))
    at, columns = _header(lines)
    which = name or _which(lines[at][1])
    if which is None:
        raise ListError("the header does not tell which list this is; say so with --list.")
    if "number" not in columns and which != "village_enterprise":
        raise ListError(
            f"no column with the {which} number (such as «인증번호») in the header: {_shown(lines[at][1])}."
        )
    bodies: dict[str, ListedBody] = {}
    complaints: list[str] = []
    for number, cells in lines[at + 1 :]:
        found = _body(which, cells, columns, len(lines[at][1]))
        if isinstance(found, str):
            complaints.append(f"line {number}: {found}")
        elif (held := bodies.get(found.number)) is not None:
            complaints.append(
                f"line {number}: number {found.number} stands twice ({held.name}, {found.name}); kept the first"
            )
        else:
            bodies[found.number] = found
    return Reading(which, tuple(bodies.values()), tuple(complaints))


def _decode(data: bytes) -> str:
    """UTF-8 (with or without mark), UTF-16 with one, else CP949; what is neither is no list."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    for encoding in ("utf-8-sig", "cp949"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    text = data.decode("cp949", "replace")
    if text.count("\ufffd") * 100 > len(text):
        raise ListError("it is neither UTF-8 nor CP949; save it as «CSV UTF-8» and load it again.")
    return text  # a few broken letters: their lines are named, the rest is read


def _lines(text: str) -> list[tuple[int, list[str]]]:
    """(number of the line, cells) of every line that holds anything."""
    first = text[:4000]
    delimiter = max(",\t;|", key=first.count)
    reader = csv.reader(io.StringIO(text.replace("\0", "")), delimiter=delimiter)
    try:
        rows = [(reader.line_num, [unicodedata.normalize("NFC", c).strip() for c in row]) for row in reader]
    except csv.Error as error:
        raise ListError(f"line {reader.line_num} is no CSV ({error}).") from error
    return [(number, cells) for number, cells in rows if any(cells)]


def _header(lines: Sequence[tuple[int, list[str]]]) -> tuple[int, dict[str, int]]:
    """Where the header stands (titles may stand above it), and which column holds what."""
    for at, (_, cells) in enumerate(lines[:_LINES_ABOVE]):
        columns = dict(_columns([squeeze(c) for c in cells]))
        if "name" in columns and len(columns) >= 2:
            return at, columns
    first = _shown(lines[0][1]) if lines else "the file is empty"
    raise ListError(f"no header with a name (such as «기관명», «조합명», «마을기업명») was found: {first}.")


def _columns(heads: list[str]) -> Iterator[tuple[str, int]]:
    for field, spellings in _HEADERS.items():
        for spelling in spellings:
            if spelling in heads:
                yield field, heads.index(spelling)
                break


def _which(cells: list[str]) -> OfficialList | None:
    heads = {squeeze(c) for c in cells}
    return next((name for name, told in _SAYS if heads & set(told)), None)


def _body(which: OfficialList, cells: list[str], columns: dict[str, int], width: int) -> ListedBody | str:
    """A body, or what is wrong with its line."""
    if len(cells) < max(columns.values()) + 1:
        return f"{len(cells)} cells where the header has {width}"

    def cell(field: str) -> str:
        return cells[columns[field]] if field in columns else ""

    name = " ".join(cell("name").split())
    region = _region(cell("sido"), cell("sigungu"), cell("address"))
    if wrong := _wrong(name):
        return wrong
    number = cell("number") or (f"{squeeze(name)}@{region or ''}" if which == "village_enterprise" else "")
    if not number or len(number) > 80:
        return f"«{name}» has no number"
    return ListedBody(which, number, name, _type(which, name, cell("sort")), region, _since(cell("since")))


def _wrong(name: str) -> str | None:
    if not name:
        return "no name"
    if "\ufffd" in name:
        return f"«{name}» has broken letters"
    if len(name) > LONGEST_NAME:
        return f"a name of {len(name)} characters («{name[:20]}…»)"
    if not squeeze(read_form(name)[1]):
        return f"«{name}» is only a legal form"
    return None


def _type(which: OfficialList, name: str, sort: str) -> str:
    """A co-operative's kind stands in its name or in a column; a federation of them is a network."""
    if which != "cooperative":
        return which
    if "연합회" in name or "연합회" in sort:
        return "association_network"
    return "social_cooperative" if "사회적협동조합" in squeeze(name + sort) else "cooperative"


def _region(sido: str, sigungu: str, address: str) -> str | None:
    """«서울», «은평구» → «서울특별시 은평구»; what is no region stays out."""
    words = f"{sido} {sigungu}".split() or address.split()
    if not words:
        return None
    if len(words) == 1 and address.split()[:1]:
        words = [*words, *address.split()[1:2]]
    short = short_sido(words[0])
    if short is None:
        sidos = sidos_of(words[0])
        return words[0] if sidos and sigungu else None
    district = words[1] if len(words) > 1 and short in sidos_of(words[1]) else None
    return " ".join(filter(None, (sido_name(short, None), district)))


def _since(cell: str) -> str | None:
    found = _RUN_TOGETHER.match(cell) or _DAY.search(cell)
    if found is None:
        return None
    year, month, day = found.groups()
    if month and not 1 <= int(month) <= 12:
        return str(year)
    return "-".join(part.zfill(2) for part in (year, month, day) if part)


def _shown(cells: list[str]) -> str:
    return ", ".join(cells)[:120]
