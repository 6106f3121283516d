"""WHAT PEOPLE SEE: pages made from the published file alone, and the server that shows them.

site/       the static pages; templates/ their HTML, static/ their style and scripts
serve       `dure serve`: `files` (the pages), `search`, `console` and `dress` (SQL), one application
letter      the mail of a day
queries/    questions saved for the SQL console
words       Korean wording, shared by all of them; `channels` (feeds and calendars), `pairs` (search index), `safe`
"""
