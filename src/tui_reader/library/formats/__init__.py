"""One module a file format; the registry loads them late."""
