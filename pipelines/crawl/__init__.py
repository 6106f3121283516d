"""The first stage: ask every source politely, archive what it answers, keep what is an article.

::

    stage ──► rounds  (live: due, lists, articles) ─┐                        ┌─► archive (store/archive)
         └──► replay  (recordings)  ────────────────┴─► intake ─► reading ───┴─► keeping ─► decide ─► shelf

    polite = robots + manners + follow + fetch       the only way to the network
    parse                                            rows of `dure parse`, nothing kept

Where does a new thing go? A reason not to ask: `manners` or `robots` (pure). A limit on an answer: `fetch`,
`bodies`. An address that must not be asked: `addresses`. A reason to keep or leave: `decide` (pure). A field
that is kept: `keeping`. A kind of recording: `recording`, `replay`.
"""
