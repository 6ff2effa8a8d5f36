"""Names that systems or hosts keep for themselves, and that so can be no id, slug or medium, whatever its suffix.

https://learn.microsoft.com/windows/win32/fileio/naming-a-file (devices); the others are read from a site's folder by
GitHub Pages, Netlify, Cloudflare Pages, Apache, IIS, browsers and robots.
"""

from __future__ import annotations

_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})
_OF_HOSTS = frozenset(
    {
        "_headers", "_redirects", "_routes.json", "_worker.js", "cname", "netlify.toml", "vercel.json",
        "staticwebapp.config.json", "index", "index.html", "web.config", "favicon.ico", "robots.txt", "sw.js",
    }
)  # fmt: skip


def is_reserved(name: str) -> bool:
    """Whether a name, with or without a suffix, in upper or lower case, belongs to somebody else."""
    name = name.lower().rstrip(". ")
    return name in _OF_HOSTS or name.partition(".")[0] in _DEVICES
