"""Where an event takes place: told in its clause, beside it, for all events of a text, or weighed."""
