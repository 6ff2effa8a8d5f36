"""What belongs together: offices by date, sides, back-references, series, pairs."""

from __future__ import annotations

from dragoman.site.accounts import find_delay_between
from dragoman.site.catalog import PairKey, PresentPerson
from tests.unit.site.world import World, account, say


def test_the_office_is_the_one_held_that_day(world: World) -> None:
    catalog = world({"2020-03-01-a": {"date": "2020-03-01"}, "2023-03-01-b": {"date": "2023-03-01"}})
    offices = [
        (event.id, item.then.office.id, item.side.id)
        for event in catalog.events.values()
        for item in event.participants
        if isinstance(item, PresentPerson) and item.then.person.id == "kari" and item.then.office and item.side
    ]
    assert offices == [("2020-03-01-a", "envoy", "un"), ("2023-03-01-b", "minister", "no")]


def test_an_office_whose_beginning_is_not_known_is_held_surely_only_from_the_first_day_that_is(world: World) -> None:
    catalog = world({"2020-03-01-a": {"date": "2020-03-01"}, "2022-03-01-b": {"date": "2022-03-01"}})
    certain = [
        item.then.certain
        for event in catalog.events.values()
        for item in event.participants
        if isinstance(item, PresentPerson) and item.then.person.id == "sepp"
    ]
    assert certain == [False, True]


def test_side_and_office_can_be_chosen_by_the_editor(world: World) -> None:
    chosen = [{"person": "kari", "office": "envoy"}, {"person": "sepp", "side": "un"}]
    catalog = world({"2023-03-01-a": {"date": "2023-03-01", "participants": chosen}})
    kari, sepp = catalog.events["2023-03-01-a"].participants
    assert isinstance(kari, PresentPerson) and kari.then.office is not None
    assert kari.then.office.id == "envoy"
    assert sepp.side is not None and sepp.side.id == "un"
    assert [side.id for side in catalog.events["2023-03-01-a"].sides] == ["un"]


def test_events_are_in_chronological_order_and_the_less_exact_comes_first(world: World) -> None:
    dates = {"2023-05-02-c": "2023-05-02", "2023-05-b": "2023-05", "2022-a": "2022", "2023-05-01-d": "2023-05-01"}
    catalog = world({event_id: {"date": date} for event_id, date in dates.items()})
    assert list(catalog.events) == ["2022-a", "2023-05-b", "2023-05-01-d", "2023-05-02-c"]


def test_every_thing_leads_back_to_its_events(world: World) -> None:
    event = {
        "date": "2023-03-01",
        "type": "meeting",
        "place": ["oslo", "unknown"],
        "readouts": [account("no-mfa", say("fish"))],
    }
    oslo = {"oslo": {"name": {"en": "Oslo"}, "kind": "city", "in": "no"}}
    catalog = world({"2023-03-01-a": event}, places=oslo)
    found = {
        "people": set(catalog.by_person),
        "organisations": set(catalog.by_organisation),
        "sides": set(catalog.by_side),
        "places": set(catalog.by_place),
        "topics": set(catalog.by_topic),
        "pairs": set(catalog.by_pair),
    }
    assert found == {
        "people": {"kari", "sepp"},
        "organisations": {"no-mfa", "no", "at-mfa", "at"},
        "sides": {"no", "at"},
        "places": {"oslo"},
        "topics": {"weather", "nature", "fish"},
        "pairs": {PairKey(first="at", second="no")},
    }
    assert catalog.events["2023-03-01-a"].place_unknown


def test_a_visit_holds_its_meetings_and_a_mutual_relation_is_shown_once(world: World) -> None:
    catalog = world(
        {
            "2023-03-01-visit": {"date": "2023-03-01/2023-03-03"},
            "2023-03-02-call": {"date": "2023-03-02", "part_of": "2023-03-01-visit"},
            "2023-03-04-a": {"date": "2023-03-04", "related": [{"event": "2023-03-02-call", "type": "follows"}]},
            "2023-03-04-b": {"date": "2023-03-04", "related": [{"event": "2023-03-04-c", "type": "same-day"}]},
            "2023-03-04-c": {"date": "2023-03-04", "related": [{"event": "2023-03-04-b", "type": "same-day"}]},
        }
    )
    assert catalog.events["2023-03-01-visit"].parts == ("2023-03-02-call",)
    assert catalog.events["2023-03-02-call"].part_of == "2023-03-01-visit"
    [inverse] = catalog.events["2023-03-02-call"].relations
    assert (inverse.event_id, inverse.type, inverse.inverse) == ("2023-03-04-a", "follows", True)
    [mutual] = catalog.events["2023-03-04-b"].relations
    assert not mutual.inverse


def test_drafts_are_left_out_with_everything_that_leads_to_them(world: World) -> None:
    catalog = world(
        {
            "2023-03-01-draft": {"date": "2023-03-01", "draft": "true"},
            "2023-03-02-a": {
                "date": "2023-03-02",
                "part_of": "2023-03-01-draft",
                "related": [{"event": "2023-03-01-draft", "type": "follows"}],
            },
        }
    )
    assert list(catalog.events) == ["2023-03-02-a"]
    assert catalog.events["2023-03-02-a"].part_of is None
    assert catalog.events["2023-03-02-a"].relations == ()


def test_a_retracted_event_keeps_its_page_and_leaves_every_list(world: World) -> None:
    retracted = {"date": "2023-03-01", "retracted": {"date": "2023-04-01", "text": {"en": "It was another day."}}}
    catalog = world({"2023-03-01-a": retracted})
    assert "2023-03-01-a" in catalog.events
    assert catalog.listed == ()
    assert not catalog.by_person and not catalog.by_topic and not catalog.by_pair


def test_a_readout_knows_its_sides_sources_and_delay(world: World) -> None:
    event = {
        "date": "2023-03-01",
        "time": "23:30 Europe/Oslo",
        "readouts": [
            account("no-mfa", say("weather", speaker="kari"), published="2023-03-02T00:30+01:00"),
            account(["at-mfa", "no-mfa"], published="2023-03-04", kind="joint-statement"),
        ],
    }
    norway, joint = world({"2023-03-01-a": event}).events["2023-03-01-a"].readouts
    assert [side.id for side in norway.sides] == ["no"]
    assert norway.delay is not None and (norway.delay.days, norway.delay.hours) == (1, 1.0)
    assert joint.is_joint and joint.delay is not None and (joint.delay.days, joint.delay.hours) == (3, None)
    [source] = norway.sources
    assert source.publisher.organisation is not None and source.publisher.organisation.id == "gazette"
    speaker = norway.statements[0].speaker
    assert speaker is not None and speaker.office is not None and speaker.office.id == "minister"


def test_a_delay_is_unknown_rather_than_zero(world: World) -> None:
    undated = {"date": "2023-03-01", "readouts": [account("no-mfa", say("weather"))]}
    month = {"date": "2023-03", "readouts": [account("no-mfa", say("weather"), published="2023-03-05")]}
    catalog = world({"2023-03-01-a": undated, "2023-03-b": month})
    assert [readout.delay for event in catalog.events.values() for readout in event.readouts] == [None, None]


def test_the_delay_between_accounts_goes_by_the_instant_and_not_by_the_local_day(world: World) -> None:
    def between(*published: str) -> tuple[int, float | None] | None:
        issuers = ("no-mfa", "at-mfa")
        readouts = [
            account(issuer, say("weather"), published=moment) for issuer, moment in zip(issuers, published, strict=True)
        ]
        event = world({"2023-03-01-a": {"date": "2023-03-01", "readouts": readouts}}).events["2023-03-01-a"]
        delay = find_delay_between(event.readouts)
        return (delay.days, delay.hours) if delay else None

    assert between("2023-03-01T08:00-04:00", "2023-03-01T10:00+04:00") == (0, 6.0)
    assert between("2023-03-02T00:30+04:00", "2023-03-01T18:00-04:00") == (0, 1.5)
    assert between("2023-03-01", "2023-03-03") == (2, None)
    assert between("2023-03-01T08:00Z", "2023-03-01") is None


def test_a_joint_account_is_not_that_of_another_side(world: World) -> None:
    readouts = [
        account("no-mfa", say("weather"), published="2023-03-01"),
        account(["no-mfa", "at-mfa"], say("weather"), published="2023-03-02"),
    ]
    event = world({"2023-03-01-a": {"date": "2023-03-01", "readouts": readouts}}).events["2023-03-01-a"]
    assert find_delay_between(event.readouts) is None
