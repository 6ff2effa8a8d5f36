"""What changed in meaning between two states of the content. Knows records; no command line, no layout."""
