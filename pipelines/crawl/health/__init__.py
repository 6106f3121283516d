"""How a source is doing, told from what a round saw and from what its earlier rounds saw.

::

    answers ──► Signs (kept with the round) ──diagnose, by the usual of earlier Signs──► one Diagnosis, with a next step
"""
