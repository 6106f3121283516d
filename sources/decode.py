"""Bytes as served → text, in the order browsers use: BOM, header, declaration in the page, then what the bytes say.

Korean pages lie about their encoding in both directions (UTF-8 bytes under `charset=euc-kr` after a move to a new
server, CP949 bytes under a proxy's default `charset=utf-8`), so every label is tried against the bytes.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

KOREAN = "cp949"
# Labels of the WHATWG Encoding Standard; «euc-kr» there means windows-949, never strict EUC-KR.
LABELS: dict[str, str] = {
    **dict.fromkeys(
        (
            "euc-kr", "euckr", "euc_kr", "cseuckr", "csksc56011987", "iso-ir-149", "korean", "ks_c_5601-1987",
            "ks_c_5601-1989", "ksc5601", "ksc_5601", "ks_c_5601", "windows-949", "x-windows-949", "cp949", "ms949",
            "uhc",
        ),
        KOREAN,
    ),
    **dict.fromkeys(("utf-8", "utf8", "utf_8", "unicode-1-1-utf-8", "unicode11utf8", "x-unicode20utf8"), "utf-8"),
    **dict.fromkeys(("utf-16", "utf-16le", "unicode", "ucs-2", "iso-10646-ucs-2", "csunicode"), "utf-16-le"),
    **dict.fromkeys(("utf-16be", "unicodefffe"), "utf-16-be"),
    **dict.fromkeys(("iso-8859-1", "latin1", "l1", "ascii", "us-ascii", "windows-1252", "cp1252"), "cp1252"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "windows-31j"), "cp932"),
    **dict.fromkeys(("euc-jp", "x-euc-jp"), "euc_jp"),
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "chinese", "x-gbk", "gb_2312-80"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5", "cn-big5"), "big5hkscs"),
    "iso-2022-kr": "iso2022_kr",
    "johab": "johab",
}  # fmt: skip
BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
DECLARED_WITHIN = 4096  # browsers look at 1024 bytes; gnuboard skins put long comments before the meta

_HEADER = re.compile(r"charset\s{0,4}=\s{0,4}[\"']?\s{0,4}([\w.:-]{1,40})", re.I)
_DECLARED = re.compile(rb"(?:charset|<\?xml[^>]{0,200}?encoding)\s{0,4}=\s{0,4}[\"']?\s{0,4}([\w.:-]{1,40})", re.I)
_HANGUL = re.compile("[가-힣]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """`encoding` is a Python codec name; `replaced` counts the U+FFFD this decoding had to put in."""

    text: str
    encoding: str
    replaced: int = 0


def decode(body: bytes, content_type: str = "") -> Decoded:
    """Text of a response body. Never raises: what cannot be decoded becomes U+FFFD, and is counted.

    A label wins only if the bytes agree with it: bytes that are valid UTF-8 *with Hangul in them* are UTF-8 under any
    label (CP949 text is practically never valid UTF-8), and a label that fails gives way to UTF-8, then CP949.
    """
    for bom, encoding in BOMS:
        if body.startswith(bom):
            return _forced(body[len(bom) :], encoding)
    utf8 = _strictly(body, "utf-8")
    if utf8 is not None and (body.isascii() or _HANGUL.search(utf8)):
        return Decoded(utf8, "utf-8")
    labels = _labels(body, content_type)
    for encoding in labels:
        text = utf8 if encoding == "utf-8" else _strictly(body, encoding)
        if text is not None and not _foreign(body, encoding):
            return Decoded(text, encoding)
    if utf8 is not None:
        return Decoded(utf8, "utf-8")
    korean = _strictly(body, KOREAN)
    if korean is not None:
        return Decoded(korean, KOREAN)
    candidates = dict.fromkeys([*labels, "utf-8", KOREAN])
    return min((_forced(body, encoding) for encoding in candidates if encoding != "cp1252"), key=lambda d: d.replaced)


def _labels(body: bytes, content_type: str) -> list[str]:
    """Codec names said by the header, then by the page; unknown labels are passed over."""
    said = [m[1] for m in _HEADER.finditer(content_type or "")]
    said += [m[1].decode("ascii", "replace") for m in _DECLARED.finditer(body, 0, DECLARED_WITHIN)]
    known = [LABELS.get(label.lower()) for label in said]
    # A page that could be searched for its own label is not UTF-16, whatever it says (WHATWG: read it as UTF-8).
    return list(dict.fromkeys("utf-8" if e and e.startswith("utf-16") else e for e in known if e))


def _foreign(body: bytes, encoding: str) -> bool:
    """A Latin label over bytes that read as Korean: the default of a server nobody configured."""
    if encoding != "cp1252":
        return False
    korean = _strictly(body, KOREAN)
    return korean is not None and _HANGUL.search(korean) is not None


def _strictly(body: bytes, encoding: str) -> str | None:
    try:
        return body.decode(encoding)
    except UnicodeError:
        return None


def _forced(body: bytes, encoding: str) -> Decoded:
    text = body.decode(encoding, "replace")
    already = body.count(b"\xef\xbf\xbd") if encoding == "utf-8" else 0
    return Decoded(text, encoding, max(0, text.count("\ufffd") - already))
