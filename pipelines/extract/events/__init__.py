"""Events of one document: labelled notices and prose, their attributes, their roles (guideline §4)."""
