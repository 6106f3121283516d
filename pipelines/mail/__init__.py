"""The letter of the day to each reader: made from the published digest, sent over the operator's mail server."""
