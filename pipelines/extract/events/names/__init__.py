"""What an event is called where more than one name could be meant, and what tells it from its namesakes."""
