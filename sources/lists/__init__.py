"""List pages: their rows become `Item` values.

`rows` finds the rows, `rowtitles` the title of each and `items` all the rest; `newslist` does the same for newspapers,
whose rows have no columns. `newspaging` finds the next page; `scriptlinks` and `slugs` make odd links usable.
"""
