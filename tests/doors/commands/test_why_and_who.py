"""`seren why` and `seren who` explain a yes and a no, and agree with the page."""

import pytest

from seren.doors.commands import who, why
from seren.doors.commands.telling import Trouble
from seren.doors.demo import cast
from seren.foundation.access.door import SystemReason, system
from seren.foundation.audit.models import Entry

pytestmark = [pytest.mark.db, pytest.mark.django_db]


def asked(world, person, path):
    return list(why.told(world.people[person], path))


def child_page(world):
    return f"/room/child/{world.children['Mali Evans']}/"


def test_a_yes_names_the_reason(world):
    lines = asked(world, "key-person", child_page(world))
    assert lines[0] == f"Yes: Sian Prosser can see {child_page(world)}"
    assert "  because: key person or buddy of the child" in lines


def test_a_no_names_what_does_not_hold(world):
    lines = asked(world, "mother", child_page(world))
    assert lines[0] == f"No: Rhian Evans is told that no page lies at {child_page(world)}"
    assert "  not: key person or buddy of the child" in lines
    assert not any("because" in line for line in lines)


def test_a_no_names_what_stands_against_it(world):
    lines = asked(world, "father-restricted", f"/family/people/{world.children['Ellie']}/collector/")
    assert lines[0].startswith("No: ")
    assert "  against it: bound by a restriction about the child" in lines


def reasons_for(world, slug, star):
    lines = asked(world, slug, f"/stars/{world.moments[star]}/")
    return lines[0].partition(":")[0], [line.strip() for line in lines if line.startswith("  ")]


@pytest.mark.parametrize(
    ("slug", "star"), [("mother", "mother-to-key-person"), ("parent-and-staff", "from-parent-and-staff")]
)
def test_a_parent_sees_her_own_star_because_she_shared_it_and_for_no_reason_of_staff(world, slug, star):
    answer, reasons = reasons_for(world, slug, star)
    assert answer == "Yes"
    assert set(reasons) == {"because: guardian of the child", "because: guardian who shared it"}


def test_sian_sees_what_she_noted_herself_because_she_noted_it(world):
    answer, reasons = reasons_for(world, "key-person", "tower")
    assert answer == "Yes"
    assert "because: staff who noted it" in reasons
    assert not any("guardian" in reason for reason in reasons)


def test_a_star_for_the_key_person_is_closed_to_the_other_home_as_another_parent(world):
    answer, reasons = reasons_for(world, "father-other-home", "mother-to-key-person")
    assert answer == "No"
    assert "because: guardian of the child" in reasons
    assert "but not: the moment is open to them" in reasons
    assert "against it: another parent of the child" in reasons


PAGES = (
    "/today/", "/stars/", "/stars/new/", "/family/people/", "/room/", "/mine/", "/desk/",
    "/desk/partnership/", "/desk/partnership/A3/", "/nothing/",
)  # fmt: skip


@pytest.mark.parametrize("slug", [part.slug for part in cast()])
def test_it_agrees_with_the_page_for_everybody_of_the_cast(world, signed_in, slug):
    if not system(SystemReason.BUILDING, _person()).get(pk=world.people[slug]).login_id:
        pytest.skip("does not sign in")
    client = signed_in(slug)
    star = world.moments["group"]
    paths = (
        *PAGES,
        child_page(world),
        f"/stars/{star}/",
        f"/desk/children/{_mali(world)}/",
        f"/api/v1/moments/{star}",
        f"/api/v1/children/{_mali(world)}",
    )
    said = {path: asked(world, slug, path)[0].partition(":")[0] for path in paths}
    answers = {path: client.get(path).status_code for path in paths}
    assert said == {path: "Yes" if status < 400 else "No" for path, status in answers.items()}


def _person():
    from django.apps import apps

    return apps.get_model("accounts.Person")


def _mali(world):
    return world.children["Mali Evans"]


def test_explaining_leaves_no_trace_of_having_looked(world):
    before = Entry.objects.count()
    asked(world, "manager", f"/desk/children/{_mali(world)}/")
    assert Entry.objects.count() == before


def test_a_call_of_the_api_is_explained_by_the_same_rule(world):
    lines = asked(world, "father-other-home", f"/api/v1/children/{_mali(world)}")
    assert lines[0].startswith("Yes: Gareth Evans")
    assert "  because: guardian of the child" in lines


def test_an_address_with_the_site_before_it_is_the_same(world):
    path = child_page(world)
    assert asked(world, "key-person", f"https://seren.example{path}") == asked(world, "key-person", path)


def test_what_is_no_address_is_said_to_be_none(world):
    with pytest.raises(Trouble, match="begins with a slash"):
        asked(world, "mother", "stars")


def test_a_button_is_explained_without_being_pressed(world):
    lines = asked(world, "mother", f"/stars/{world.moments['group']}/thank/")
    assert lines[0].endswith("not a page. This is who may press it:")
    assert any(line.endswith(": no") for line in lines)


def test_who_lists_everybody_the_page_opens_to_and_nobody_else(world, signed_in):
    path = child_page(world)
    lines = list(who.told(path))
    assert lines[-1].endswith(f"can see {path}")
    named = {line.partition(":")[0] for line in lines[:-1]}
    assert "Sian Prosser" in named
    for part in cast():
        person = world.person(part.slug)
        if person.login_id:
            opens = signed_in(part.slug).get(path).status_code == 200
            assert (f"{person.given_name} {person.family_name}" in named) is opens, part.slug


def test_nobody_sees_a_page_there_is_not(world):
    assert list(who.told("/nothing/"))[-1].startswith("0 of ")
