"""What is known of Korean itself: numerals, legal forms, regions, private data. Imports nothing of ours but values."""
