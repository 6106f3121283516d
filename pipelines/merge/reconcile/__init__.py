"""Other people's lists of names against the published register.

register  `digest.db` → bodies found by name, by the blocking keys and the comparer of the merge
service   W3C Reconciliation Service API 0.2 (manifest, query, suggest, preview, extend): JSON in, JSON out
web       the service over HTTP, as OpenRefine asks it
lines     a CSV of names in, the same lines with ids out (`dure match --against register`)
"""
