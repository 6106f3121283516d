"""Applications: windows, last days, whom is sought, and which event they let people join."""
