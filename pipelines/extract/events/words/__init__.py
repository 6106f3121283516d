"""Nouns, titles and headlines, as tables and pure functions: which words of a line may name an event or end a place."""
