"""Events told in sentences, or only in the title; and the days that no table names."""
