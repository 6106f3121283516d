"""Times in the light of events: what each is for, which belong together, what is meant, how the event lives on."""
