"""Finding: queries, the text index, fuzzy matching, highlights."""
