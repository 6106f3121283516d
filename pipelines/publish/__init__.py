"""Publishing: the store becomes one folder that any web server can serve.

In reading order: `stage` (the whole way), `making` (of all, or of what was touched: `only`), `collect` (store →
`edition`, by way of `gathered` and `reels`), `rows` and `tables` (what `digest.db` holds, and what it means),
`digestdb`, then what is made from that file (`feeds`, `calendar`, `exports`, `changes`; the pages are
`dashboards.site`), `check` and `expected` (the gate; `amended`: a digest that was carried on), `manifest`, `release`
(moved into place). A new column goes into `tables` and `rows`, a new promise into `check`.
"""
