"""Lighthouse, run by Node in the system's Chromium: its scores and what cost a page points."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
# Where it may (as root), it goes before what other tests do at the same time; else it runs as everything does.
FIRST = ("nice", "-n", "-15")
# As a reader's machine has it: what this machine does besides is no property of the page.
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --no-first-run"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The scores by category, from 0 to 100, and the audits that were not passed, one to a line."""

    scores: Mapping[str, int]
    failed: tuple[str, ...]


def examine(program: Path, chromium: Path, url: str, report: Path, *, desktop: bool) -> Report:
    """Let Lighthouse look at a page as on a phone or on a desktop; ``report`` is a file for its answer."""
    command = (
        *FIRST,
        "node", str(program), url, "--quiet", "--output=json", f"--output-path={report}", f"--chrome-flags={FLAGS}",
        f"--only-categories={','.join(CATEGORIES)}", *(("--preset=desktop",) if desktop else ()),
    )  # fmt: skip
    environment = {**os.environ, "CHROME_PATH": str(chromium)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=180)
    if not report.is_file():
        raise RuntimeError(f"Lighthouse said nothing about {url}: {done.stderr}")
    told: dict[str, Any] = json.loads(report.read_bytes())
    return Report(
        scores={name: round(100 * (told["categories"][name]["score"] or 0)) for name in CATEGORIES},
        failed=tuple(
            f"{audit['id']}: {audit['title']} {audit.get('displayValue', '')}"
            for audit in told["audits"].values()
            if audit.get("score") is not None and audit["score"] < 0.9
        ),
    )
