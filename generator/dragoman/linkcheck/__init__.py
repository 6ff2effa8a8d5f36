"""Asks the web whether the addresses in the content still lead to what they led to. Never a part of a build."""
