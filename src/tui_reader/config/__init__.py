"""Where files live, settings, and what the app remembers."""
