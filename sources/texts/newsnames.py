"""What an element of a newspaper page is, by the words in its class or id that many papers share."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

# Words of class and id (split at - _ and capitals) → what such an element is. A word with a star begins so.
_SORTS: dict[str, str] = {
    "caption": "caption cap figcaption captiontxt imgcaption photocaption photodesc imgdesc",
    "subtitle": """
        subtit subtitle subtitles subheading subhead subj headsub subtitlebox summarytitle subtitletxt deck standfirst
    """,
    "lead": "lead leadtxt leadtext excerpt",  # told by its words
    "advertisement": """
        ad ads adv advert* adsense adsby* adbox* adarea adwrap adview adtemplate banner* bn bnr gads googlead* taboola
        dable* sponsor sponsored promotion
    """,
    # People and notices: out, unless the box holds prose (a writer's note is text).
    "person": """
        copyright* copy writer* reporter reporters reporterbox editor editors by byline gija giza journalist* author*
        tag tags hashtag hashtags keyword keywords support tip jebo report login paywall gate tool tools
    """,
    # Machinery of the site and other articles: out with whatever they say.
    "box": """
        share* sns* relat* recommend* emoji* like likes vote reply replies comment comments print btn btns
        button buttons toolbar fontsize subscribe signup newsletter
        audio tts listen vod player kogl recom donat* faq aifaq ai gpt chatbot summarybox best
        rank* popular hotnews morenews prevnext pagination paging poll reveal skip
    """,
}
_PAIRS: dict[str, str] = {  # two words in a row
    "subtitle": "sub-tit sub-title head-sub sub-heading summary-title title-sub sub-head tit-sub",
    "caption": """
        img-caption photo-desc img-desc pic-desc image-desc photo-info fr-inner img-txt photo-txt pic-txt
    """,
}
_EXACT = {word: sort for sort, words in _SORTS.items() for word in words.split() if not word.endswith("*")}
_STARTS = tuple((word[:-1], sort) for sort, words in _SORTS.items() for word in words.split() if word.endswith("*"))
_IN_A_ROW = {tuple(pair.split("-")): sort for sort, pairs in _PAIRS.items() for pair in pairs.split()}
_WORD = re.compile(r"[A-Z]{2,}(?=[A-Z][a-z]|\d|\b|_)|[A-Z]?[a-z]+|[A-Z]+|\d+")


@lru_cache(maxsize=4096)
def sort_of_names(names: str) -> str:
    """Caption, subtitle, lead, person, box (advertisements too), or "": what the words of a class or id say."""
    for name in names.split():
        words = [w.lower() for w in _WORD.findall(name)]
        for pair in pairwise(words):
            if pair in _IN_A_ROW:
                return _IN_A_ROW[pair]
        for word in (*words, "".join(words)):
            sort = _EXACT.get(word) or next((s for start, s in _STARTS if word.startswith(start)), "")
            if sort:
                return "box" if sort == "advertisement" else sort
    return ""
