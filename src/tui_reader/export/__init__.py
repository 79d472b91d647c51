"""Annotations and passages for other programs."""
