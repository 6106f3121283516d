"""WHAT IS DONE: one folder per stage, and the shells that run them.

    stages      crawl/ ──► extract/ ──► merge/ ──► publish/ ──► mail/, alert/    (`stages` runs them, `schedule` when)
    on demand   reread/ (the archive again), fix/ (corrections), doctor/ (repairs), cli/ (the commands)
    shared      korean/: numerals, legal forms, regions, private data. `settings`, `clock`, `opening`, `journal`,
                `sharing` (several machines), `faults`, `checking`, `prefect_server`

A stage never imports another stage: they meet in the store. Prefect is imported by files named `flow.py` and by
`schedule.py` only.
"""
