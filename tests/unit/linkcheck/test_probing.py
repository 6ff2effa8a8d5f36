"""What becomes of one address, for every way in which a server can answer or not."""

from __future__ import annotations

import datetime as dt
import re
import ssl
import time

import pytest
import trustme

from dragoman.linkcheck.network import Network, is_public
from dragoman.linkcheck.outcome import Outcome, Status, Traces
from dragoman.linkcheck.probing import probe
from tests.unit.linkcheck.misbehaving import Misbehaving, serving

NEVER_SEEN = Traces()
NOW = dt.datetime(2026, 11, 24, tzinfo=dt.UTC)


def ask(web: Misbehaving, network: Network, path: str, before: Traces = NEVER_SEEN) -> Outcome:
    return probe(web.url + path, network.ask, before=before, now=NOW)


@pytest.mark.parametrize(
    ("path", "status", "detail"),
    [
        ("/fine", Status.OK, ""),
        ("/zipped", Status.OK, ""),
        ("/endless", Status.OK, ""),
        ("/elsewhere", Status.OK, ""),
        ("/no-head", Status.OK, ""),
        ("/head-lies", Status.OK, ""),
        ("/moved", Status.MOVED, "it has a new address for good"),
        ("/to-front", Status.CHANGED, "it leads to the front page"),
        ("/missing", Status.DEAD, "404: there is no such page"),
        ("/gone", Status.DEAD, "410: the page has been removed for good"),
        ("/moved-to-gone", Status.DEAD, "410: the page has been removed for good (after being sent on to "),
        ("/closed", Status.REFUSED, "403: it does not let programs in"),
        ("/broken", Status.UNREACHABLE, "500: it has a fault or is overloaded"),
        ("/circle", Status.UNREACHABLE, "it redirects in a circle"),
        ("/farther/1", Status.UNREACHABLE, "it redirects more than 8 times"),
        ("/to-file", Status.UNREACHABLE, "it redirects to something that is not an address of the web"),
        ("/silent", Status.UNREACHABLE, "no answer within 1 seconds"),
        ("/dripping", Status.UNREACHABLE, "no answer within 1 seconds"),
        ("/huge-header", Status.UNREACHABLE, "the answer is not proper HTTP"),
        ("/no-http", Status.UNREACHABLE, "the answer is not proper HTTP"),
        ("/hung-up", Status.UNREACHABLE, ""),
    ],
)
def test_every_answer_has_an_outcome(
    web: Misbehaving, network: Network, path: str, status: Status, detail: str
) -> None:
    begun = time.monotonic()
    outcome = ask(web, network, path)
    assert (outcome.status, outcome.detail[: len(detail)]) == (status, detail)
    assert time.monotonic() - begun < 3


def test_what_has_moved_names_the_end_of_the_permanent_redirects(web: Misbehaving, network: Network) -> None:
    assert ask(web, network, "/moved").target == f"{web.url}/fine"


def test_a_page_that_compresses_to_nothing_is_read_no_further_than_wanted(web: Misbehaving, network: Network) -> None:
    answer = network.ask("GET", f"{web.url}/zipped", wanted=1000)
    assert len(answer.body) <= 1000
    assert answer.body.startswith(b"<!doctype html>")


def test_a_wait_is_read_as_a_number_or_as_a_date(web: Misbehaving, network: Network) -> None:
    assert ask(web, network, "/much-too-busy").wait == 86400
    now = dt.datetime.now(dt.UTC)
    outcome = probe(f"{web.url}/busy-until", network.ask, before=Traces(), now=now)
    assert outcome.status is Status.UNREACHABLE
    assert 0 < outcome.wait <= 2
    assert web.count("/busy-until") == 1, "who is told to wait does not ask again at once"


def test_another_title_is_a_change_and_the_same_is_none(web: Misbehaving, network: Network) -> None:
    web.titles["/page"] = "Joint statement"
    first = ask(web, network, "/page")
    assert (first.status, first.traces.title) == (Status.OK, "Joint statement")
    assert ask(web, network, "/page", first.traces).status is Status.OK
    web.titles["/page"] = "This domain is for sale"
    second = ask(web, network, "/page", first.traces)
    assert second.status is Status.CHANGED
    assert second.detail == "its title was “Joint statement” and is “This domain is for sale” now"


def test_a_page_with_the_validator_it_had_is_not_read_again(web: Misbehaving, network: Network) -> None:
    first = ask(web, network, "/tagged")
    assert [method for _, method, _ in web.asked] == ["HEAD", "GET"]
    again = ask(web, network, "/tagged", first.traces)
    assert [method for _, method, _ in web.asked] == ["HEAD", "GET", "HEAD"]
    assert (again.status, again.traces.title) == (Status.OK, "Tagged")


def test_a_certificate_of_nobody_is_not_trusted_and_a_known_one_is(network: Network) -> None:
    authority = trustme.CA()
    served = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(served)
    with serving(served) as web:
        outcome = ask(web, network, "/fine")
        assert outcome.status is Status.UNREACHABLE
        assert outcome.detail.startswith("its certificate cannot be trusted: ")
        trust = ssl.create_default_context()
        authority.configure_trust(trust)
        trusting = Network(user_agent="dragoman-test", patience=5, allow_private=True, trust=trust)
        assert ask(web, trusting, "/fine").status is Status.OK


def test_plain_http_where_tls_is_expected_is_no_secure_connection(web: Misbehaving, network: Network) -> None:
    outcome = probe(web.url.replace("http:", "https:") + "/fine", network.ask, before=Traces(), now=NOW)
    assert outcome.status is Status.UNREACHABLE
    assert re.match("no secure connection|the connection broke off", outcome.detail)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "10.1.2.3", "169.254.169.254", "0", "2130706433"])
def test_private_networks_are_not_asked(web: Misbehaving, host: str) -> None:
    careful = Network(user_agent="dragoman-test", patience=1)
    port = web.server_address[1]
    outcome = probe(f"http://{host}:{port}/fine", careful.ask, before=Traces(), now=NOW)
    assert outcome.status is Status.UNREACHABLE
    assert "lies in a private network" in outcome.detail
    assert web.asked == []


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("192.168.0.1", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.215.14", True),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::5db8:d70e", True),
        ("2002:7f00:1::", False),
    ],
)
def test_addresses_that_wrap_up_another_are_judged_by_it(address: str, expected: bool) -> None:
    assert is_public(address) is expected


def test_a_site_that_does_not_exist_is_dead(network: Network) -> None:
    outcome = probe("http://nowhere.invalid/", network.ask, before=Traces(), now=NOW)
    # Without any network, a name server cannot be asked whether the name exists.
    assert (outcome.status, outcome.detail) in [
        (Status.DEAD, "there is no site nowhere.invalid"),
        (Status.UNREACHABLE, "nowhere.invalid cannot be looked up now"),
    ]
