"""Do store, archive, search index and published folder agree? What can be repaired, and what cannot."""
