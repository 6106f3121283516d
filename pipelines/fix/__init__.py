"""Corrections by people: what may be typed, what it is said of, and what waits for a second look."""
