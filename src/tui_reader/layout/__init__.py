"""From text to lines of terminal cells, and back."""
