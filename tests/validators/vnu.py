"""The Nu HTML checker over a whole folder, in one start of Java."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

# The checker loads scripts and styles to see whether the page's policy allows them. Read from a file a page has no
# origin, so 'self' allows nothing. The browser tests see a real refusal: it is a console message.
WITHOUT_ORIGIN = "Resource violates Content Security Policy (meta tag)"
# It takes linked data (application/ld+json) for a script, which the policy would forbid. Data never runs, so browsers
# do not ask the policy; that pages have no other inline script is a test of its own.
LINKED_DATA = "Inline script violates Content Security Policy (meta tag)"


def check_html(folder: Path, *, java: Path, jar: Path) -> list[str]:
    """Every error and warning in the folder's HTML files, as ``path:line: message``, sorted."""
    command = (str(java), "-Xss4m", "-jar", str(jar), "--format", "json", "--exit-zero-always", "--skip-non-html")
    done = subprocess.run((*command, str(folder)), capture_output=True, text=True, encoding="utf-8", check=True)
    messages: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    return sorted(
        f"{message.get('url', '').rpartition(f'{folder.name}/')[2]}:{message.get('lastLine', 0)}: {message['message']}"
        for message in messages
        if (message["type"] != "info" or message.get("subType") == "warning")
        and not message["message"].startswith((WITHOUT_ORIGIN, LINKED_DATA))
    )
