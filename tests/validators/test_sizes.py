"""How much a reader has to load: before compression, on the real content."""

from __future__ import annotations

import re

from tests.built_site import BuiltSite

KB = 1000


def size(site: BuiltSite, path: str) -> int:
    return (site.output / path).stat().st_size


def test_script_and_style_are_small(real_site: BuiltSite) -> None:
    assert sum(size(real_site, path) for path in real_site.files if re.fullmatch(r"theme/[^/]+\.js", path)) < 15 * KB
    assert sum(size(real_site, path) for path in real_site.files if re.fullmatch(r"theme/[^/]+\.css", path)) < 25 * KB


def test_front_pages_and_months_are_small(real_site: BuiltSite) -> None:
    fronts = [path for path in real_site.documents if re.fullmatch(r"[a-z-]+/index\.html", path)]
    months = [path for path in real_site.documents if re.fullmatch(r"[a-z-]+/\d{4}/\d\d/index\.html", path)]
    assert len(fronts) == len(real_site.languages)
    assert len(months) > 20
    assert {path: size(real_site, path) for path in fronts if size(real_site, path) >= 60 * KB} == {}
    assert {path: size(real_site, path) for path in months if size(real_site, path) >= 100 * KB} == {}
