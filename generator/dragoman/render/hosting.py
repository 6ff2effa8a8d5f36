"""Hints for static hosts: the security policy as headers, and that nothing is to be processed again."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.rendered import RenderedFile

#: What a page may load and run: its own site's files, and nothing else. Also in a `meta` of each page.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'"
)
#: As a header it holds for all pages, so it also lets the search page have what its own `meta` alone allows; where both
#: are in force, the stricter counts. It does not say who may show a page in a frame: contacts are made to be embedded,
#: and there is nothing on a page that a click could give away.
_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY.replace(
        "script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'"
    ),
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
