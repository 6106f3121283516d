"""Events told in fields and rows: notices, outlines, flattened tables, programmes, courses."""
