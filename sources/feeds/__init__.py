"""Answers that are not HTML: XML feeds and sitemaps, JSON Feed, the WordPress REST interface."""
