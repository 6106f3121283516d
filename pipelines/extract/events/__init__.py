"""Events of one document (guideline §4). What every rule looks at is `scene`, what it puts together is a `draft`.

Rooms, each knowing only those above it: `words` (nouns and titles, as tables), `fields` (labels and the look of a row),
`days` (what each time is for), `bodies` (who holds it), `names` (what it is called), `places`, `notices` and `prose`
(where events are told), `calls` (until when to apply). `assemble` asks them in turn, `merging` makes one event of what
is told twice.
"""
