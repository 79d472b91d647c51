"""Whole screens: they compose panes and route messages."""
