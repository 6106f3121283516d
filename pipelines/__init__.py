"""WHAT IS DONE: one folder per stage (crawl, extract, merge, publish), in reading order.

A stage never imports another stage: they meet in the store. `korean` is no stage:
it is what several stages know about the language (numerals, legal forms, regions,
private data), pure and importing nothing of ours.
"""
