"""Bytes in, records out: reads the files of ``content/``, parses, checks and turns them into records.

The doors are ``files.load_folder`` and ``collecting.read_records``. Knows nothing of pages, of links between records,
of HTML or the output.
"""
