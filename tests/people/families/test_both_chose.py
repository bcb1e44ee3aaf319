"""Two adults of a child are shown to each other where both chose it, each still its guardian (P-09)."""

from datetime import timedelta
from itertools import product

import pytest
from django.apps import apps

from seren.foundation.access.door import SystemReason, system, visible
from seren.people.families.models import Enrolment, Guardianship, ShownToFamily
from seren.people.families.policies import FamilyAction
from seren.people.families.terms import RestrictionCode
from tests.binding import caution

pytestmark = [pytest.mark.db, pytest.mark.django_db]
MOTHER, FATHER = "mother", "father-other-home"
CHOICES = ("now", "ended", "ahead", "about another", None)


@pytest.fixture
def apart(world):
    """Nobody of Mali’s has chosen anything. Rhian and Gareth are both guardians of Alfie besides."""
    system(SystemReason.WRITING, ShownToFamily).delete()
    for who in (MOTHER, FATHER):
        Guardianship(
            provider_id=world.provider, child_id=world.children["Alfie Walker"], adult_id=world.people[who],
            relation="other", responsibility="no", natural_parent=False, day_to_day_care=True,
            lives_with="no", from_at=world.present - timedelta(days=9),
        ).save(force_insert=True)  # fmt: skip
    return world


def chooses(world, who, when, child="Mali Evans"):
    now, day = world.present, timedelta(days=1)
    dates = {"ended": (now - day, now), "ahead": (now + day, None)}.get(when, (now, None))
    if when is not None:
        about = "Alfie Walker" if when == "about another" else child
        ShownToFamily(
            provider_id=world.provider, child_id=world.children[about], adult_id=world.people[who],
            from_at=dates[0], until_at=dates[1],
        ).save(force_insert=True)  # fmt: skip


def names(world, who):
    people = apps.get_model("accounts.Person")
    return set(
        visible(world.actor(who), FamilyAction.SEE_ON_FAMILY_PAGE, people).values_list("pk", flat=True)
    )


def sees(world, who, other):
    return world.people[other] in names(world, who)


@pytest.mark.parametrize(("hers", "his"), list(product(CHOICES, CHOICES)))
def test_each_chose_the_same_child_and_it_holds_now(apart, hers, his):
    chooses(apart, MOTHER, hers)
    chooses(apart, FATHER, his)
    both = hers == his and hers in ("now", "about another")
    assert (sees(apart, MOTHER, FATHER), sees(apart, FATHER, MOTHER)) == (both, both)


@pytest.mark.parametrize("whose", [MOTHER, FATHER])
@pytest.mark.parametrize("change", ["ended", "not begun", "no tie of a guardian", "of another child"])
def test_who_is_no_guardian_of_that_child_is_not_shown_and_sees_nobody(apart, whose, change):
    for who in (MOTHER, FATHER):
        chooses(apart, who, "now")
    held = system(SystemReason.WRITING, Guardianship).filter(
        adult=apart.people[whose], child=apart.children["Mali Evans"]
    )
    day = timedelta(days=1)
    held.update(
        **{
            "ended": {"until_at": apart.present},
            "not begun": {"from_at": apart.present + day},
            "no tie of a guardian": {
                "responsibility": "no",
                "natural_parent": False,
                "day_to_day_care": False,
            },
            "of another child": {"child": apart.children["Yusuf"]},
        }[change]
    )
    assert (sees(apart, MOTHER, FATHER), sees(apart, FATHER, MOTHER)) == (False, False)


@pytest.mark.parametrize("about", ["Mali Evans", "Alfie Walker"])
@pytest.mark.parametrize("code", [RestrictionCode.NO_ADDRESS, RestrictionCode.NO_INFO])
def test_an_order_about_any_child_they_share_closes_it_to_whom_it_binds(apart, about, code):
    for who in (MOTHER, FATHER):
        chooses(apart, who, "now")
    caution(apart, code, who=FATHER, child=about, at=apart.present)
    assert not sees(apart, FATHER, MOTHER)
    assert sees(apart, MOTHER, FATHER)


def test_an_order_about_pictures_does_not(apart):
    for who in (MOTHER, FATHER):
        chooses(apart, who, "now")
    caution(apart, RestrictionCode.NO_IMAGES, who=FATHER, child="Mali Evans", at=apart.present)
    assert sees(apart, FATHER, MOTHER)


def test_nobody_else_is_shown_because_of_them(apart):
    before = {
        who: names(apart, who) for who in ("parent-urdu", "grandmother", "father-restricted", "manager")
    }
    for who in (MOTHER, FATHER):
        chooses(apart, who, "now")
    assert {who: names(apart, who) for who in before} == before


def test_who_chose_is_shown_to_no_third_guardian_who_did_not(apart):
    """Dean is Alfie’s guardian, and chose nothing."""
    for who in (MOTHER, FATHER):
        chooses(apart, who, "about another")
    dean = next(
        person
        for person in system(SystemReason.SHOWING, Guardianship)
        .filter(child=apart.children["Alfie Walker"])
        .values_list("adult", flat=True)
        if person not in (apart.people[MOTHER], apart.people[FATHER])
    )
    assert dean not in names(apart, MOTHER) | names(apart, FATHER)


# --- staff, where their child has a place


@pytest.mark.parametrize(
    "code", [RestrictionCode.NO_INFO, RestrictionCode.NO_ADDRESS, RestrictionCode.NO_CONTACT_AT_SITE]
)
def test_who_is_kept_from_the_place_is_not_told_who_works_there(world, code):
    assert sees(world, FATHER, "key-person")
    caution(world, code, who=FATHER, child="Mali Evans", at=world.present)
    assert not sees(world, FATHER, "key-person")
    assert sees(world, FATHER, FATHER)
    assert sees(world, MOTHER, "key-person")


def test_when_the_last_day_is_over_staff_are_no_longer_named(world):
    places = system(SystemReason.WRITING, Enrolment).filter(child=world.children["Mali Evans"])
    places.update(until_at=world.present + timedelta(seconds=1))
    assert sees(world, MOTHER, "key-person")
    places.update(until_at=world.present)
    assert not sees(world, MOTHER, "key-person")
