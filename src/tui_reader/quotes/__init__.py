"""Who said what: quotations, cues and speakers."""
