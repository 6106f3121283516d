"""Stage two: what a text says, every value with the words it was read from."""
