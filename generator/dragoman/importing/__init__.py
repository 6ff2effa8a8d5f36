"""Takes events in from tables and timelines, as drafts. What cannot be taken in is listed, never dropped in silence."""
