"""Hints for static hosts: the security policy as headers, and that nothing is to be processed again."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.rendered import RenderedFile

#: What a page may load and run: its own site's files, and nothing else. Also in a `meta` of each page.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'"
)
#: As a header it can say one thing more, which a `meta` cannot: who may show the page in a frame.
_HEADERS = {
    "Content-Security-Policy": f"{CONTENT_SECURITY_POLICY}; frame-ancestors 'self'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
}


def make_host_hints() -> Iterator[RenderedFile]:
    """``_headers``, which Netlify, Cloudflare Pages and others read, and ``.nojekyll`` for GitHub Pages."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in _HEADERS.items())]
    yield RenderedFile(path="_headers", content="".join(f"{line}\n" for line in lines).encode())
    yield RenderedFile(path=".nojekyll", content=b"")
