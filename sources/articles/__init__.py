"""Article pages: the headline of any layout, and the reader that all newspaper engines share."""
