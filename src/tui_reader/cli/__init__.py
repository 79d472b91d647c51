"""The face for scripts: the words of the command line, and their answers as text or JSON Lines."""
