"""Who holds an event: host, organiser, sponsor, only where it is written."""
