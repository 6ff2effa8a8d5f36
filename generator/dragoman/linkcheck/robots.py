"""What a site's robots.txt (RFC 9309) says to us. Knows the file's rules, not how it is fetched."""

from __future__ import annotations

from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from dragoman.linkcheck.answers import Ask, NoAnswerError
from dragoman.linkcheck.spelling import follow

#: RFC 9309 asks to read at least this much, in bytes.
_WANTED = 500 * 1024
_MOST_REDIRECTS = 5
#: The name by which robots.txt can speak to us.
PRODUCT = "dragoman"


def read_robots(url: str, ask: Ask) -> RobotFileParser:
    """The rules of the site that an address lies on. A site without rules, or whose rules cannot be had, has none."""
    rules = RobotFileParser()
    parts = urlsplit(url)
    text = _fetch(f"{parts.scheme}://{parts.netloc}/robots.txt", ask)
    rules.parse(text.decode("utf-8", "replace").splitlines())
    return rules


def _fetch(url: str, ask: Ask) -> bytes:
    try:
        for _ in range(_MOST_REDIRECTS + 1):
            answer = ask("GET", url, wanted=_WANTED)
            if 200 <= answer.status < 300:
                return answer.body
            if not (300 <= answer.status < 400 and "location" in answer.headers):
                break
            url = follow(url, answer.headers["location"])
    except (NoAnswerError, ValueError):
        pass
    return b""


def may_ask(rules: RobotFileParser, url: str) -> bool:
    """Whether a program may ask for the address."""
    return rules.can_fetch(PRODUCT, url)


def find_delay(rules: RobotFileParser) -> float:
    """The seconds that the site wants between two requests; 0 where it does not say."""
    delay = rules.crawl_delay(PRODUCT)
    try:
        return min(float(delay), 60.0) if delay is not None else 0.0
    except ValueError:
        return 0.0
