"""Korean time expressions: words → tokens → parse → what they mean.

::

    text ──tokens──► islands ──grammar, dates──► Reading ──resolve, days, clocks, recurrence──► When

`lexicon` and `tokens.FIGURES` know the surfaces, `dates.DATE_PARTS` and `grammar` how they combine, `days.FORMS` what
they mean. A new word goes into the lexicon; a new way to write figures is a row of FIGURES; a new meaning is a function
in FORMS. Tense comes from `tense`, the choice among possible days from `nearest`.
"""

from __future__ import annotations

from pipelines.extract.times.finding import find_times
from pipelines.extract.times.marked import read_expression
from pipelines.extract.times.tense import tense

__all__ = ["find_times", "read_expression", "tense"]
