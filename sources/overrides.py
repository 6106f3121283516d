"""The selectors of one outlet in place of its engine's, for the days they held (`overrides` in the catalogue).

Readers of newspapers look them up themselves. Boards get them here, after their reader: what it read is replaced field
by field, and a page it could not read is read by the override alone.
"""

from __future__ import annotations

from dataclasses import replace

from sources.blocks import Tree, line_of, text_of
from sources.catalogue import Override, Source
from sources.dates import read_date
from sources.family import Family
from sources.page import Article, Listing, Page, Reason, Refused
from sources.pick import distinct_lines


def read_with(family: Family, page: Page, tree: Tree, source: Source) -> Article | Listing:
    """The family's reading of a page, with the fields that the outlet's own selectors find."""
    override = source.override_on(page.fetched_at.date())
    if override is None:
        return family.read(page, tree, source)
    try:
        result = family.read(page, tree, source)
    except Refused as refused:
        if refused.reason is not Reason.LAYOUT_CHANGED or not (override.title and override.body):
            raise
        result = Article(title="", body_text="")
    return _applied(result, override, page, tree) if isinstance(result, Article) else result


def _applied(article: Article, override: Override, page: Page, tree: Tree) -> Article:
    body = tree.css_first(override.body) if override.body else None
    title = line_of(tree.css_first(override.title)) if override.title else ""
    author = line_of(tree.css_first(override.author)) if override.author else ""
    shown = line_of(tree.css_first(override.published_at)) if override.published_at else ""
    when = read_date(shown, page.fetched_at, guess_year=False)
    found = replace(
        article,
        title=title or article.title,
        body_text=text_of(body, ",".join(override.drop)) if body is not None else article.body_text,
        author=author or article.author,
        published_at=when.at if when else article.published_at,
        date_only=when.date_only if when else article.date_only,
        subtitles=distinct_lines(tree.css(override.subtitles)) if override.subtitles else article.subtitles,
        said_by={**article.said_by, "*": "override"},
    )
    if not found.title:
        raise Refused(Reason.LAYOUT_CHANGED, "neither the engine's nor the outlet's own selectors find a title")
    return found
