"""WHAT WE KEEP: a private store (SQLite or PostgreSQL) and a private archive. Imports nothing of ours.

Values and tables   `records` (what other rooms see), `tables` and `worker_tables` (private), `columns`, `errors`
The database        `session` (open, one transaction), `schema` with `migrations/`, `bulk`, `files`, `checks`
What is held        `shelf` (articles), `findings` and `finding_ids`, `judgements`, `groups` (stories, events,
                    organisations), `listed`, `corrections`, `runs`, `incidents`, `mailing`, `forgetting`
Who does what when  `leases`, `hosts`, `pauses`, `processes`: several workers over one store
What is asked       `analysis` and `analysis_views` (views and dictionary), `asking` and `misnamed` (SQL of analysts),
                    `views` (how outlets stand), `texts` (search), `published` and `touched` (for the next release)
Beside the store    `archive/` (WARC files), `backup/`
"""
