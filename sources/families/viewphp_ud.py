"""`view.php?ud=YYYYMMDDhhmmss…`, `view?ud=` (field guide §18): the start of ud is the time of the article."""

from __future__ import annotations

import re

from sources.address import Address, parse
from sources.articles.newspaper import View
from sources.families.newsengine import reader
from sources.family import Family
from sources.lists.newslist import Rows

_VIEWS = re.compile(r"/(?:view|print|amp)(?:\.php)?$")
_UD = re.compile(
    r"^((?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(\d{2})(\d{2})(\d{2})?[0-9a-f]{0,30}(?:_\d{1,4})?$"
)


def key(url: str) -> str | None:
    """`viewphp_ud:<site>/<ud>`."""
    address = parse(url)
    ud = address.query.get("ud", "").strip().lower()
    return f"viewphp_ud:{address.site}/{ud}" if _UD.match(ud) and _VIEWS.search(address.path) else None


def _time(url: str) -> str | None:
    """The moment in ud; only the day where the digits after it are a serial («20170530000148»)."""
    found = _UD.match(parse(url).query.get("ud", "").strip().lower())
    if not found:
        return None
    day, hour, minute = found[1], int(found[2]), int(found[3])
    clock = f" {found[2]}:{found[3]}" if 5 <= hour < 24 and minute < 60 else ""
    return f"{day[:4]}-{day[4:6]}-{day[6:8]}{clock}"


def _address(address: Address) -> bool:
    return bool(_VIEWS.search(address.path) and _UD.match(address.query.get("ud", "").lower()))


VIEW = View(
    body=(
        ".vtxt.detailCont",
        ".detailCont",
        ".vcon_con_intxt",
        "#view-text",
        ".view-text",
        "#articleBody",
        "#articleText",
        "[itemprop=articleBody]",
    ),
    title=(
        ".vcon_hd_din1",
        ".vcon_hd h1",
        ".vcon_hd h2",
        ".view-title h1",
        ".vhead h1",
        ".vtit",
        "h1.tit",
        ".view-head h1",
        ".view h1",
        "article h1",
        "h1[class*=tit]",
    ),
    info=(".vcon_hd_din3", ".vcon_hd", ".view-info", ".vhead .date", ".vdate", ".view-head", ".date_info", ".vinfo"),
    subtitles=(".vcon_hd_din2", ".view-sub", ".vsub"),
    category=(".vlocation", ".view-category"),
    drop=".vcopy,.vrel",
    captions=".vimg_cap,.image_caption,figcaption",
    said_at=_time,
)

FAMILY = Family(
    name="viewphp_ud",
    about="view.php?ud= papers (g-enews, fntimes, beyondpost, newsway)",
    evidence="none",
    read=reader(VIEW, Rows(), key),
    key=key,
    signs=".vtxt.detailCont,.vcon_con_intxt,a[href*='view.php?ud=20']:not([href^=http])",
    address=_address,
)
