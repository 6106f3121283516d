"""The static pages, made from one published `digest.db` and nothing else.

`build` makes them all, in parallel. Each maker is a function over `Pages` (`render`): `today` (front page), `lists`
(days, months, deadlines), `things` (events, organisations), `directory`, `trends` (with `charts`), `reference`. What
they show are `lines` (values), written as HTML by `items` and the templates. `carried`, `touched` and `sealed` decide
which pages of the last release stay as they are; `held` puts a notice on the last good pages.
"""

from dashboards.site.build import build

__all__ = ["build"]
