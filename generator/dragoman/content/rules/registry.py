"""All rules, found in this package: a new rule is a new module with a ``RULE``, and nothing else to enter anywhere."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Mapping

import dragoman.content.rules
from dragoman.content.rules.rule import Group, Rule

_NOT_RULES = ("rule", "registry", "page")


@functools.cache
def get_rules() -> Mapping[str, Rule]:
    """The rules by name, in the order of their groups, then of their names."""
    names = (module.name for module in pkgutil.iter_modules(dragoman.content.rules.__path__))
    rules = [importlib.import_module(f"dragoman.content.rules.{name}").RULE for name in names if name not in _NOT_RULES]
    groups = list(Group)
    return {rule.name: rule for rule in sorted(rules, key=lambda rule: (groups.index(rule.group), rule.name))}
