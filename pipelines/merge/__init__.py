"""Reprints to stories, findings to events and organisations. Sameness is a row; groups are derived."""
