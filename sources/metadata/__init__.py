"""What a page tells of a post or of a row in a list: author, dates, views, comments, board and category.

`around` asks for all of it at once: `words` splits what stands around a title, `roles` says what each word is,
`fields` fills a `Metadata`. `comments`, `boardname` and `plaintimes` find one value each.
"""
