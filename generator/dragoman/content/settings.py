"""What reading and checking need to know of ``content/site.yaml``, as far as it could be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dragoman.diagnostics import Severity
from dragoman.model.times import is_zone


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """``languages`` is empty where site.yaml does not tell them: then no text is checked for its languages.

    ``severities`` holds what the site changed: rule to severity, or to None for a rule that is off. ``wording`` are
    the words to warn about, by language. ``timezone`` is the zone by whose calendar it is today.
    """

    languages: tuple[str, ...] = ()
    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    wording: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    timezone: str = "UTC"

    def find_severity(self, rule: str, usual: Severity) -> Severity | None:
        """How grave a rule's findings are on this site; None if it is off. What is an error remains one."""
        return usual if usual is Severity.ERROR else self.severities.get(rule, usual)


def find_settings(data: Any) -> Settings:
    """The settings in what site.yaml says, whatever else may be wrong with it; what is wrong is left to its rules."""
    if not isinstance(data, dict):
        return Settings()
    languages = data.get("languages")
    checks = data.get("checks")
    wording = data.get("wording")
    timezone = data.get("timezone")
    return Settings(
        languages=tuple(tag for tag in languages if isinstance(tag, str)) if isinstance(languages, list) else (),
        severities={
            rule: None if word == "off" else Severity(word)
            for rule, word in (checks if isinstance(checks, dict) else {}).items()
            if isinstance(word, str) and word in {"off", "warning", "error"}
        },
        wording={
            language: tuple(word for word in words if isinstance(word, str) and word)
            for language, words in (wording if isinstance(wording, dict) else {}).items()
            if isinstance(words, list)
        },
        timezone=timezone if isinstance(timezone, str) and is_zone(timezone) else "UTC",
    )
