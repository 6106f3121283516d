"""Where the text of a page stands, and which of its lines are the article's own."""
