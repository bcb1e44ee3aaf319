"""The setting's own pages: staff, hours, days away, calendar, and the confidentiality statement."""

from datetime import date, timedelta
from html import unescape

import pytest

from seren.foundation.access.door import Operator, SystemReason, system
from seren.foundation.kernel.refusals import Refused
from seren.people.families.domain import move_room
from seren.people.families.models import Child, Enrolment
from seren.people.provision.domain import add_member, move_member
from seren.people.provision.models import Closure, Membership, Room, Session, Setting, Term, WorkingPattern
from seren.people.provision.terms import Role

pytestmark = [pytest.mark.db, pytest.mark.django_db]


def day(name, on):
    return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}


def text(client, address):
    return client.get(address).content.decode()


def test_staff_stand_with_their_roles_hours_and_days_away(signed_in):
    html = text(signed_in("manager"), "/desk/people/")
    assert "Practitioner, Robins" in html
    assert "Away from Tuesday 20 May to Wednesday 21 May." in html
    assert "Lee Marsh" not in html  # his role has ended
    assert "Carys Bowen" not in html  # of another setting


def test_somebody_joins_the_team_and_nothing_opens_before_the_statement(world, signed_in):
    said = {"given_name": "Aled", "family_name": "Moss", "email": "aled.moss@example.org", "phone": "",
            "speaks": "cy", "role": "practitioner", "room": str(world.rooms["Robins"]),
            **day("from_day", date(2025, 5, 14))}  # fmt: skip
    client = signed_in("manager")
    answer = client.post("/desk/people/add/", said)
    member = system(SystemReason.WRITING, Membership).get(person__given_name="Aled")
    assert answer.headers["Location"] == f"/desk/families/{member.person_id}/"
    assert member.statement_at is None
    assert "Confidentiality statement not given yet" in text(client, "/desk/people/")
    html = client.post(f"/desk/families/{member.person_id}/print/").content.decode()
    assert "Aled Moss" in html


def test_a_member_reads_and_gives_the_statement_once_for_all_roles(world, signed_in):
    mine = system(SystemReason.WRITING, Membership).filter(person=world.people["key-person"])
    mine.update(statement_at=None)
    client = signed_in("key-person")
    assert "I keep them to myself" in text(client, "/desk/statement/")
    assert client.post("/desk/statement/", {}).status_code == 422
    assert client.post("/desk/statement/", {"agree": "on"}).status_code == 303
    assert not mine.filter(statement_at__isnull=True).exists()
    assert "Wednesday 14 May 2025</time>, as Practitioner" in text(client, "/desk/statement/")


def test_who_has_no_role_finds_no_statement(signed_in):
    assert signed_in("mother").get("/desk/statement/").status_code == 404


def test_hours_are_kept_from_a_day_on(world, signed_in):
    client = signed_in("manager")
    sian = f"/desk/people/{world.people['key-person']}/"
    session = system(SystemReason.WRITING, Session).get(setting=world.settings["pre-school"], code="pm")
    said = {"works": [f"4:{session.pk}"], **day("from_day", date(2025, 6, 2))}
    assert "checked" in text(client, sian + "hours/")
    assert client.post(sian + "hours/", said).status_code == 303
    going_on = system(SystemReason.WRITING, WorkingPattern).filter(
        person=world.people["key-person"], until_day__isnull=True
    )
    assert [(row.weekday, row.session_id) for row in going_on] == [(4, session.pk)]
    past = client.post(sian + "hours/", {**said, **day("from_day", date(2025, 5, 1))})
    assert past.status_code == 422


def test_hours_belong_to_the_room_somebody_works_in_now_not_to_one_they_left(world, signed_in):
    mine = system(SystemReason.WRITING, Membership).filter(person=world.people["key-person"])
    now = mine.get(setting=world.settings["pre-school"])
    assert now.room_id == world.rooms["Robins"]
    before = {"provider_id": now.provider_id, "person": now.person, "setting": now.setting, "role": now.role}
    left = {"from_at": now.from_at - timedelta(days=60), "until_at": now.from_at, "statement_at": now.from_at}
    Membership(**before, **left, room_id=world.rooms["Wrens"]).save(force_insert=True)
    session = system(SystemReason.WRITING, Session).get(setting=now.setting, code="pm")
    said = {"works": [f"4:{session.pk}"], **day("from_day", date(2025, 6, 2))}
    assert signed_in("manager").post(f"/desk/people/{now.person_id}/hours/", said).status_code == 303
    kept = system(SystemReason.WRITING, WorkingPattern).filter(person=now.person, from_day=date(2025, 6, 2))
    assert [row.room_id for row in kept] == [world.rooms["Robins"]]


@pytest.mark.parametrize("form", ["hours/", "away/", "roles/add/"])
def test_lee_who_has_left_has_no_hours_and_no_days_away(world, signed_in, form):
    address = f"/desk/people/{world.people['leaver']}/{form}"
    assert signed_in("manager").get(address).status_code == 404
    days = {**day("first_day", date(2025, 5, 19)), **day("last_day", date(2025, 5, 19))}
    said = {**days, **day("from_day", date(2025, 6, 2)), "role": "practitioner"}
    assert signed_in("manager").post(address, said).status_code == 404


def test_days_away_lead_to_the_gaps_they_make(world, signed_in):
    client = signed_in("manager")
    said = {**day("first_day", date(2025, 5, 19)), **day("last_day", date(2025, 5, 19))}
    answer = client.post(f"/desk/people/{world.people['key-person']}/away/", said)
    assert answer.headers["Location"] == "/desk/people/cover/"
    assert "Yusuf" in text(client, "/desk/people/cover/")


def test_a_role_ends_and_ones_own_does_not(world, signed_in):
    client = signed_in("manager")
    rows = system(SystemReason.WRITING, Membership).filter(setting=world.settings["pre-school"])
    karen = rows.get(person=world.people["practitioner-other-room"])
    address = f"/desk/people/{karen.person_id}/roles/{karen.pk}/"
    assert client.post(address, day("last_day", date(2025, 5, 30))).status_code == 303
    karen.refresh_from_db()
    assert karen.until_at is not None
    own = rows.get(person=world.people["manager"])
    answer = client.post(f"/desk/people/{own.person_id}/roles/{own.pk}/", day("last_day", date(2025, 5, 30)))
    assert answer.status_code == 422


def test_the_first_days_of_a_setting_are_written_down(world, signed_in):
    client, setting = signed_in("manager"), world.settings["pre-school"]
    assert client.post("/desk/setting/rooms/add/", {"name": "Owlets"}).status_code == 303
    assert system(SystemReason.WRITING, Room).filter(setting=setting, name="Owlets").exists()
    again = client.post("/desk/setting/rooms/add/", {"name": "Owlets"})
    assert "There is a room with this name" in again.content.decode()
    session = {"name": "Lunch", "code": "lunch", "starts": "12:00", "ends": "12.30"}
    assert client.post("/desk/setting/sessions/add/", session).status_code == 303
    lunch = system(SystemReason.WRITING, Session).get(setting=setting, code="lunch")
    change = f"/desk/setting/sessions/{lunch.pk}/"
    assert 'value="12:30"' in text(client, change)
    assert client.post(change, {"name": "Dinner", "starts": "12:00", "ends": "11:00"}).status_code == 422
    assert client.post(change, {"name": "Lunch", "starts": "12:00", "ends": "12:45"}).status_code == 303
    elsewhere = system(SystemReason.WRITING, Session).get(setting=world.settings["club"])
    assert client.get(f"/desk/setting/sessions/{elsewhere.pk}/").status_code == 404
    assert client.post(f"/desk/setting/sessions/{elsewhere.pk}/", {}).status_code == 404
    term = {"name": "Autumn", **day("first_day", date(2025, 9, 3)), **day("last_day", date(2025, 12, 19))}
    assert client.post("/desk/setting/terms/add/", term).status_code == 303
    closed = {"reason": "Training", **day("day", date(2025, 6, 6))}
    assert client.post("/desk/setting/closures/add/", closed).status_code == 303
    assert client.post("/desk/setting/closures/add/", closed).status_code == 422
    html = text(client, "/desk/setting/")
    for words in ("Owlets", "12:00–12:45", "Autumn", "Training"):
        assert words in html
    client.post(f"/desk/setting/closures/{date(2025, 6, 6).toordinal()}/open/")
    assert not system(SystemReason.WRITING, Closure).filter(day=date(2025, 6, 6)).exists()
    autumn = system(SystemReason.WRITING, Term).get(name="Autumn")
    client.post(f"/desk/setting/terms/{autumn.pk}/remove/")
    assert not system(SystemReason.WRITING, Term).filter(name="Autumn").exists()
    assert client.post("/desk/setting/closures/99999999999/open/").status_code == 404


def test_bev_closes_an_empty_room_and_is_told_who_is_still_in_a_full_one(world, signed_in):
    client, robins, wrens = signed_in("manager"), world.rooms["Robins"], world.rooms["Wrens"]
    answer = client.post(f"/desk/setting/rooms/{robins}/close/", follow=True)
    assert "Still in this room: " in answer.content.decode()
    assert "Move them first." in answer.content.decode()
    assert system(SystemReason.WRITING, Room).get(pk=robins).closed_at is None
    system(SystemReason.WRITING, Enrolment).filter(room=wrens).update(until_at=world.present)
    tied = system(SystemReason.WRITING, Membership).filter(room=wrens).select_related("person")
    people = {one.person.name for one in tied}
    said = unescape(client.post(f"/desk/setting/rooms/{wrens}/close/", follow=True).content.decode())
    assert f"Still in this room: {', '.join(sorted(people))}. Move them first." in said
    tied.update(until_at=world.present)
    shut = client.post(f"/desk/setting/rooms/{wrens}/close/", follow=True).content.decode()
    assert "Wrens is closed." in shut
    assert f'action="/desk/setting/rooms/{wrens}/open/"' in shut


def _closed(world, name="Wrens"):
    system(SystemReason.WRITING, Room).filter(pk=world.rooms[name]).update(closed_at=world.present)
    return str(world.rooms[name])


def test_a_closed_room_is_offered_nowhere_and_its_history_stays(world, signed_in):
    client, wrens = signed_in("manager"), _closed(world)
    child = world.children["Mali Evans"]
    for address in ("/desk/people/add/", "/desk/children/add/", f"/desk/children/{child}/room/"):
        html = text(client, address)
        assert str(world.rooms["Robins"]) in html
        assert wrens not in html
    again = client.post("/desk/setting/rooms/add/", {"name": "Wrens"})
    assert "A closed room has this name. Open it again." in again.content.decode()
    places = system(SystemReason.WRITING, Enrolment).filter(room=wrens)
    assert places.exists()
    assert client.post(f"/desk/setting/rooms/{wrens}/open/").status_code == 303
    assert wrens in text(client, "/desk/people/add/")


def test_nobody_is_put_into_a_closed_room_whatever_is_sent(world):
    room = system(SystemReason.WRITING, Room).get(pk=_closed(world))
    setting = system(SystemReason.WRITING, Setting).get(pk=world.settings["pre-school"])
    operator = Operator(world.provider, world.present)
    sian = system(SystemReason.WRITING, Membership).get(person=world.people["key-person"])
    child = system(SystemReason.WRITING, Child).get(pk=world.children["Mali Evans"])
    with pytest.raises(Refused, match="This room is closed"):
        add_member(
            actor=operator, person=world.people["leaver"], setting=setting, role=Role.VOLUNTEER,
            room=room, from_at=world.present, now=world.present,
        )  # fmt: skip
    with pytest.raises(Refused, match="This room is closed"):
        move_member(actor=operator, membership=sian, room=room, now=world.present)
    with pytest.raises(Refused, match="This room is closed"):
        move_room(actor=operator, child=child, setting=setting.pk, room=room.pk, now=world.present)


@pytest.mark.parametrize("who", ["key-person", "mother", "safeguarding-lead", "other-setting-manager"])
def test_only_who_runs_this_setting_closes_its_rooms(who, world, signed_in):
    system(SystemReason.WRITING, Enrolment).update(until_at=world.present)
    kept = world.rooms["Robins"]
    system(SystemReason.WRITING, Membership).filter(room=kept).update(room=None)
    client = signed_in(who)
    assert client.post(f"/desk/setting/rooms/{kept}/close/").status_code == 404
    assert system(SystemReason.WRITING, Room).get(pk=kept).closed_at is None


def test_the_telephone_and_the_word_for_a_key_person_are_kept(world, signed_in):
    said = {"phone": "01632 960999", "email": "hello@hill-lane.example", "address": "Hill Lane",
            "key_person_word": "key-worker"}  # fmt: skip
    client = signed_in("manager")
    assert client.post("/desk/setting/change/", said).status_code == 303
    row = system(SystemReason.WRITING, Setting).get(pk=world.settings["pre-school"])
    assert (row.phone, row.key_person_word) == ("01632 960999", "key-worker")
    assert "key worker" in text(client, "/desk/setting/")


@pytest.mark.parametrize("who", ["key-person", "mother", "safeguarding-lead", "other-setting-manager"])
def test_only_who_runs_this_setting_changes_it(who, world, signed_in):
    client = signed_in(who)
    before = system(SystemReason.WRITING, Room).filter(setting=world.settings["pre-school"]).count()
    client.post("/desk/setting/rooms/add/", {"name": "Den"})
    rooms = system(SystemReason.WRITING, Room).filter(setting=world.settings["pre-school"])
    assert rooms.count() == before
    stranger = f"/desk/people/{world.people['key-person']}/hours/"
    assert client.get(stranger).status_code == 404
