"""What a contributor can write, as frozen values. No files, no YAML positions, no pages."""
