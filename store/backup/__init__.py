"""One folder (or .tar) that holds everything a home needs, consistent although everything runs on.

::

    backup.json       what it holds: schema, length and SHA-256 of every file
    store.db          SQLite's online copy · or store/<table>.copy, all tables in one snapshot of PostgreSQL
    archive/          the WARC files, each up to its last recorded capture
    published/        the release readers see
    catalogue/        the outlets
"""
