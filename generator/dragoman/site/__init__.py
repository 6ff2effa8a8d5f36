"""Records in, pages out: what belongs together, and which pages the site has. No files, no HTML."""
