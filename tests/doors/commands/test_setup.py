"""The first steps without a browser, and what the console can do for one person."""

import json
import re
import sqlite3
from contextlib import closing

import pytest

from seren.doors.commands import main as entry
from seren.doors.commands import persons
from seren.doors.commands.telling import Trouble
from seren.foundation.access.door import Operator
from seren.people.accounts.domain import Adult, add_person
from seren.people.provision.domain import open_provider
from tests.doors.commands.running import seren

MANAGER = "rhian.evans@example.org"


def set_up(data, *more, setting="Hill Lane Pre-school"):
    words = ["--provider", "Hill Lane", "--setting", setting, "--nation", "wales", "--manager", MANAGER]
    return seren("setup", *words, "--data", data, *more)


def rows(data, sql):
    with closing(sqlite3.connect(data / "seren.sqlite3")) as database:
        return database.execute(sql).fetchall()


@pytest.fixture(scope="module")
def hill_lane(of_kind):
    """A practice installation with one setting; the tests here only add to it."""
    data = of_kind("practice")
    said = set_up(data, "--practice")
    assert said.code == 0, said.all
    return data, said


def test_the_slug_is_the_last_word_and_the_manager_has_a_link(hill_lane):
    data, said = hill_lane
    assert said.out.split()[-1] == "hill-lane-pre-school"
    assert re.search(r"http://localhost:8000/in/[\w-]{40,}/", said.out)
    assert rows(data, "SELECT kind FROM kernel_installation") == [("practice",)]
    assert rows(data, "SELECT role, statement_at IS NOT NULL FROM provision_membership") == [("manager", 1)]


def test_what_is_there_already_is_not_made_twice(hill_lane):
    data, _ = hill_lane
    before = rows(data, "SELECT count(*) FROM audit_entry")
    said = set_up(data, "--practice")
    assert said.code == 1
    assert "set up already" in said.err
    assert rows(data, "SELECT count(*) FROM audit_entry") == before


def test_a_practice_does_not_become_live(hill_lane):
    data, _ = hill_lane
    said = set_up(data, setting="Hill Lane Club")
    assert said.code == 1
    assert "stays one" in said.err


def test_a_link_and_a_token_for_a_person_are_recorded(hill_lane):
    data, _ = hill_lane
    before = rows(data, "SELECT count(*) FROM audit_entry")[0][0]
    link = seren("sign-in-link", MANAGER, "--data", data)
    assert re.fullmatch(r"http://localhost:8000/in/[\w-]{40,}/\n", link.out)
    token = seren("api-token", MANAGER, "--days", "3", "--data", data)
    assert re.fullmatch(r"[\w-]{40,}\n", token.out)
    assert rows(data, "SELECT count(*) FROM audit_entry")[0][0] == before + 2
    stored = b"".join(path.read_bytes() for path in data.glob("seren.sqlite3*"))
    assert token.out.strip().encode() not in stored


@pytest.mark.parametrize("days", ["0", "-1", "367", "soon"])
def test_a_token_lasts_a_number_of_days(days):
    with pytest.raises(SystemExit) as end:
        entry.main(["api-token", MANAGER, "--days", days])
    assert end.value.code == 2


@pytest.fixture
def sian_of_two(db, now):
    """Sian is a person at each of two providers, under one address."""
    found = []
    for name in ("Hill Lane", "Dan y Bryn"):
        operator = Operator(open_provider(name=name, now=now).id, now)
        adult = Adult("Sian", "Evans", "sian@example.org")
        found.append((add_person(actor=operator, adult=adult, now=now).id, operator.provider))
    return found


def test_a_person_is_found_by_id_and_by_an_address_that_is_theirs_alone(sian_of_two, now):
    (one, provider), _ = sian_of_two
    assert persons.find(str(one)) == (one, provider)
    adult = Adult("Bev", "Rees", "bev@example.org")
    bev = add_person(actor=Operator(provider, now), adult=adult, now=now)
    assert persons.find("Bev@Example.org") == (bev.id, provider)


def test_an_address_of_two_providers_asks_which(sian_of_two):
    with pytest.raises(Trouble) as which:
        persons.find("sian@example.org")
    assert all(str(person) in str(which.value) for person, _ in sian_of_two)


@pytest.mark.parametrize(
    "word", ["nobody@example.org", "no-such-slug", "00000000-0000-7000-8000-000000000000"]
)
def test_a_person_nobody_knows(sian_of_two, word):
    with pytest.raises(Trouble, match="Nobody here"):
        persons.find(word)


def test_work_once_lays_what_waits_into_the_chain(hill_lane):
    data, _ = hill_lane
    assert seren("work", "--once", "--data", data).code == 0
    assert "0 of them" in seren("audit", "verify", "--data", data).out


def test_a_changed_entry_is_named_by_verify(hill_lane):
    data, _ = hill_lane
    with closing(sqlite3.connect(data / "seren.sqlite3")) as database:
        ((key,),) = database.execute("SELECT id FROM audit_entry ORDER BY id LIMIT 1").fetchall()
        before = database.execute("SELECT event FROM audit_entry WHERE id = ?", [key]).fetchone()
        database.execute("UPDATE audit_entry SET event = 'nothing' WHERE id = ?", [key])
        database.commit()
        said = seren("audit", "verify", "--data", data)
        database.execute("UPDATE audit_entry SET event = ? WHERE id = ?", [*before, key])
        database.commit()
    assert said.code == 1
    assert key in said.err.replace("-", "")


def test_every_address_declares_its_action():
    said = seren("routes", "--json")
    assert said.code == 0, said.all
    found = json.loads(said.out)
    assert found
    assert [row["path"] for row in found if not row["action"] or not row["class"]] == []
