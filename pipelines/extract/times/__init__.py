"""Korean time expressions: words → tokens → parse → what they mean.

::

    text ──tokens──► islands ──grammar──► Reading ──resolve──► When

Where a new form goes: a word into a table of `lexicon`; a way to write figures is a row of `figures.FIGURES`; how a
date is put together is a row of `dates.DATE_PARTS`, a range or deadline a production in `grammar`, what comes again in
`cycles`; what the words amount to is a function in `days.FORMS` (days; `bare`: a day of the month alone) or
`stretches` (longer), hours in `clocks`; what only looks like a time is a row of `refuse.REFUSALS`. Tense comes from
`tense`, the choice among days from `nearest`. `finding` reads whole texts (`calendars`: the lines of a month,
`weekplans`: those of a week), `marked` one expression in its context.
"""

from __future__ import annotations

from pipelines.extract.times.finding import find_times
from pipelines.extract.times.marked import read_expression
from pipelines.extract.times.tense import tense

__all__ = ["find_times", "read_expression", "tense"]
