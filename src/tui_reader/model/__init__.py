"""Nouns: frozen values and the error tree. No I/O, no services."""
