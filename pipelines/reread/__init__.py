"""Reading the archive again with today's families and rules: what would change, and taking it."""
