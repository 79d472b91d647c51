"""From disk to articles: sources, decoding, metadata, formats."""
