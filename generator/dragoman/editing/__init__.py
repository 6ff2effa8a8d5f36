"""Writes content on an editor's behalf: canonical layout, drafts, and the schemas by which editors complete fields.

Knows how content is read and what the model says; nothing of linking, pages or output.
"""
