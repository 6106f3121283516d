"""Reprints to stories, findings to events and organisations. Sameness is a row; groups are derived.

    stage           the stage over a store             cluster_lines   the same over lines
    texts, shelved  what is read, a batch at a time    ids             minted from the founder
    articles        texts → words on pairs             events          tellings → events with a history
    candidates      which pairs are worth a look       told, history   two tellings; fields as they stand
    compare         the verdict, its theory            same_event      two texts of one event
    contradictions  what keeps apart                   organisations   names → bodies (names/)
    agreement       what speaks for it                 stories, shape  rows → groups; original and reprints
    evidence        what a release cannot change: days, figures, state, clean; fingerprints

How two texts are judged, and what was tried and dropped, stands in `compare`.
"""
