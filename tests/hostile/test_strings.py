"""Hostile texts in every text field, in every output: refused at their place, or shown and never run."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.content.collecting import read_records
from dragoman.content.fields import Leaf, ListOf, MappingOf, ModelShape, OneOf, Shape, get_shape, iter_leaves
from dragoman.content.files import Kind, load_folder
from dragoman.model.event import Event
from dragoman.model.organisations import Organisation
from dragoman.model.people import Person
from dragoman.model.places import Place, Term
from dragoman.model.site import Site, Watched
from dragoman.model.topics import Topic
from dragoman.model.values import Value
from tests.hostile.carrier import iter_fields
from tests.hostile.hostile_site import BUILDS, STRINGS, TODAY, HostileSite, make_harmless_site, make_hostile_site
from tests.hostile.outputs import Customs, iter_faults, learn

#: `make hostile` tries every text in every field; otherwise a fair part of them, one build of many.
NUMBERS = range(BUILDS) if "DRAGOMAN_HOSTILE" in os.environ else (BUILDS // 2,)

MODELS: dict[Kind, type[Value]] = {
    Kind.SITE: Site,
    Kind.COVERAGE: Watched,
    Kind.EVENT: Event,
    Kind.PERSON: Person,
    Kind.ORGANISATION: Organisation,
    Kind.PLACE: Place,
    Kind.TOPIC: Topic,
    Kind.TERM: Term,
}
#: Texts that can be nothing but an id, a rule, a language or a digest: anything else is refused by other tests' rules.
IDS = {"former_ids", "office", "rule", "rendered_from", "from", "of"}
#: The notes of the eight kinds of disputed values are one field; the carrier has that of participants.
TWINS = "event.disputed."


@pytest.fixture(scope="module")
def customs(tmp_path_factory: pytest.TempPathFactory) -> Customs:
    site = make_harmless_site(tmp_path_factory.mktemp("harmless"))
    done = site.call("build")
    assert done.code == 0, done.stderr
    learnt = learn(site.output)
    assert list(iter_faults(site.output, learnt)) == []
    return learnt


@pytest.fixture(scope="module", params=NUMBERS)
def hostile(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> HostileSite:
    made = make_hostile_site(tmp_path_factory.mktemp("hostile"), request.param)
    done = made.site.call("build")
    assert done.code == 0, done.stderr
    return made


def test_there_are_more_than_300_texts_of_many_kinds() -> None:
    assert len(STRINGS) == len({one.text for one in STRINGS}) > 300
    assert len({one.kind for one in STRINGS}) >= 13


def test_the_carrier_has_every_field_that_holds_a_text(tmp_path: Path) -> None:
    site = make_harmless_site(tmp_path)
    records = read_records(load_folder(site.folder / "content"), today=TODAY).index.records
    filled = {
        found.leaf for by_id in records.values() for record in by_id.values() for found in iter_leaves(record, _is_text)
    }
    shapes = {kind.value: get_shape(model) for kind, model in MODELS.items()}
    fields = dict(leaf for name, shape in shapes.items() for leaf in _iter_texts(shape, name))
    missing = {name for name, leaf in fields.items() if leaf not in filled and not name.startswith(TWINS)}
    assert {name for name in missing if name.rpartition(".")[2] not in IDS} == set()
    assert len(iter_fields()) > 60


def _iter_texts(shape: Shape, path: str) -> Iterator[tuple[str, Leaf]]:
    """The fields that hold a text, with their path; ids and references can be nothing but ids."""
    match shape:
        case Leaf() if _is_text(shape):
            yield path, shape
        case ListOf():
            yield from _iter_texts(shape.item, path)
        case MappingOf():
            yield from _iter_texts(shape.value, path)
        case OneOf():
            for option in shape.options.values():
                yield from _iter_texts(option, path)
        case ModelShape():
            for name, (_, part) in shape.fields.items():
                yield from _iter_texts(part, f"{path}.{name}")
        case _:
            pass


def _is_text(leaf: Leaf) -> bool:
    return leaf.is_localized or (leaf.type is str and (leaf.reference is None or leaf.reference.or_plain))


def test_what_is_refused_is_refused_at_its_place(hostile: HostileSite) -> None:
    assert hostile.refused
    assert not hostile.stray
    assert len(hostile.carried) > len(hostile.refused)


def test_nothing_hostile_is_active_in_any_output(hostile: HostileSite, customs: Customs) -> None:
    assert list(iter_faults(hostile.site.output, customs)) == []
