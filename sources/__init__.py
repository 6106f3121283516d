"""WHERE news is and HOW a page is read.

Pure: bytes in, values out. Nothing here touches the network, the clock or the disk (its own catalogue files aside), and
nothing of ours is imported. `reading.read` is the door: it takes a `Page` and returns a `Reading` (`page`).

    catalogue/   the outlets, one TOML file a region; read and checked by `catalogue` and `catalogue_fields`
    families/    one module an engine (gnuboard, ND soft, WordPress, feeds …), and the fallback for unknown pages
    articles/    an article page: its headline, and how newspapers set the rest
    lists/       a list page: its rows, the title in each, the next page
    metadata/    who, when, how often read, which board, how many comments: of a post or of a row
    texts/       where the text stands, and which of its lines are the article's own
    feeds/       XML, JSON Feed and REST answers

Each folder may import only those below it in this list and the modules beside this one (`tests/test_house.py`).
"""
