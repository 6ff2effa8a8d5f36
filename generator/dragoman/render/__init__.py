"""Pages in, bytes out: templates, Markdown, feeds. No files are written, nothing is looked up in the content."""
