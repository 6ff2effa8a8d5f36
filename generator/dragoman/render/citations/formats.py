"""A citation as BibTeX, RIS and CSL-JSON, which programs for literature read."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping

from dragoman.render.citations.citation import Citation

_BIBTEX_SIGNS = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_BIBTEX_SIGN = re.compile(r"[\\{}$&#%_~^]")
#: Between two signs that LaTeX would make one of: dashes, quotation marks, inverted marks.
_LIGATURE = re.compile(r"(?<=-)(?=-)|(?<=['`?!,<>])(?=['`,<>])")
_BLANKS = re.compile(r"\s+")


def write_bibtex(citation: Citation) -> str:
    """One entry. What BibTeX would alter (capitals, names with commas) is in a second pair of braces."""
    fields = {
        "author": f"{{{_escape(citation.publisher)}}}",
        "title": f"{{{_escape(citation.title)}}}",
        "howpublished": f"{{{_escape(citation.site)}}}",
        "year": f"{citation.issued.year:04}",
        "month": str(citation.issued.month),
        "date": citation.issued.isoformat(),
        "version": citation.version,
        "url": citation.url,
        "langid": citation.lang,
        "note": _escape(_note(citation)),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{{citation.key},\n{lines}}}\n"


def write_ris(citation: Citation) -> str:
    """One entry, a tag a line (RIS, as RefMan defined it), ending in an empty line."""
    issued = citation.issued
    fields = (
        ("TY", "ELEC"),
        ("ID", citation.key),
        ("AU", citation.publisher),
        ("TI", citation.title),
        ("T2", citation.site),
        ("PB", citation.publisher),
        ("PY", f"{issued.year:04}"),
        ("DA", f"{issued:%Y/%m/%d}"),
        ("ET", citation.version),
        ("LA", citation.lang),
        ("UR", citation.url),
        ("N1", _note(citation)),
        ("ER", ""),
    )
    return "".join(f"{tag}  - {_BLANKS.sub(' ', value)}\r\n" for tag, value in fields) + "\r\n"


def write_csl(citation: Citation) -> str:
    """One item of CSL-JSON, as citeproc and Zotero read it, without the list around it."""
    issued = citation.issued
    item = {
        "id": citation.key,
        "type": "webpage",
        "title": citation.title,
        "container-title": citation.site,
        "author": [{"literal": citation.publisher}],
        "publisher": citation.publisher,
        "issued": {"date-parts": [[issued.year, issued.month, issued.day]]},
        "version": citation.version,
        "language": citation.lang,
        "URL": citation.url,
        "note": _note(citation),
    }
    return json.dumps(item, ensure_ascii=False)


def join_csl(items: list[str]) -> str:
    """Items of CSL-JSON as the list that programs want."""
    return "[\n" + ",\n".join(items) + "\n]\n"


#: How a file of several citations comes about, by the ending of its name.
FORMATS: Mapping[str, tuple[Callable[[Citation], str], Callable[[list[str]], str]]] = {
    "bib": (write_bibtex, "\n".join),
    "ris": (write_ris, "".join),
    "csl.json": (write_csl, join_csl),
}


def _note(citation: Citation) -> str:
    """The date of the contact, which is another than that of its record; in EDTF, so in no language."""
    return f"{'retracted; ' if citation.retracted else ''}EDTF {citation.contact}"


def _escape(text: str) -> str:
    parted = _LIGATURE.split(_BLANKS.sub(" ", text))
    return "{}".join(_BIBTEX_SIGN.sub(lambda found: _BIBTEX_SIGNS[found[0]], part) for part in parted)
