"""Bytes in, disk out: publish the files of a build as one step, and check a published folder against its manifest.

Knows folders, files and what a crash can leave; nothing of pages, templates or content.
"""

from __future__ import annotations

from dragoman.output.publish import Published, publish
from dragoman.output.verify import Fault, Problem, verify

__all__ = ["Fault", "Problem", "Published", "publish", "verify"]
