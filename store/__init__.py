"""WHAT WE KEEP: records, tables, migrations, archive, named questions. Imports nothing of ours."""
