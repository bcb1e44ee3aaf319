"""The oracle held to what must be true of any implementation; and the invariants shown to bite."""

from __future__ import annotations

from itertools import islice

import pytest

from . import metamorphic, people, worlds
from .facts import Who
from .invariants import breaches
from .people import guardian, lets_in, order, star, works
from .plain import Plain
from .questions import QUESTIONS, seen_by
from .shapes import CARER, FATHER, Person, Tie

pytestmark = pytest.mark.oracle


def a_busy_world():
    """The small world with adults in two hats: Gareth leads, Huw works in the room, Nia is bound and
    volunteers."""
    world = people.the_world()
    world = world.plus(memberships=works("gareth", "manager"), restrictions=order("nia", "elsi", "NO-INFO"))
    world = world.plus(
        memberships=works("huw", "practitioner", "acorns"), viewers=lets_in("marged", "osian", "rhian")
    )
    world = world.plus(
        memberships=works("lowri", "practitioner", "oaks"), guardianships=guardian("carys", "elsi")
    )
    world = world.plus(moments=star("two", "rhian", "family", "osian", "elsi"))
    return with_what_must_not_count(with_pictures(world))


def with_pictures(world):
    """A picture of Osian with each of three others: one whose parents disagree, one kept to her own journal
    though her mother said yes, and Elsi, who may; and one kept out of all pictures."""
    for child, *flag in (("mali", "others"), ("ned",), ("wil", "all")):
        group = people.moment(f"with {child}", "sian", "osian", child)
        world = world.plus(
            children=people.f.Child(child, "afon"),
            enrolments=people.attends(child, "acorns"),
            guardianships=guardian("marged", child),
            moments=group,
            photos=people.f.Photo(f"{child} photo", "afon", group.id, ("osian", child)),
            permissions=people.says("marged", child, "yes"),
        )
        for reach in flag:
            world = world.plus(no_images=people.kept_out(child, reach))
    world = world.plus(guardianships=guardian("joy", "ned"), permissions=people.says("joy", "ned", "no"))
    return world.plus(permissions=people.says("marged", "elsi", "yes"))


def with_what_must_not_count(world):
    """A closed account, a hat over the tenant line, one without and one before its statement, a grant
    without a guardian behind it, an order half lifted."""
    adults = tuple(
        people.adult(x.id, x.provider, "closed" if x.id == "prys" else "open") for x in world.adults
    )
    return (
        world.having(adults=adults)
        .plus(memberships=works("iolo", "manager"), viewers=lets_in("joy", "osian", "huw"))
        .plus(memberships=works("emrys", "manager", statement_at=None))
        .plus(memberships=works("fflur", "practitioner", "acorns", statement_at=people.JUNE))
        .plus(restrictions=order("carys", "elsi", "NO-INFO", lifted_by=("bev",)))
        .plus(guardianships=guardian("glyn", "tomos", until_at=people.APRIL))
    )


WORLDS = {"small": people.the_world(), "busy": a_busy_world()}


def asked(*names):
    """Everyone of these worlds, asking."""
    rows = [
        pytest.param(WORLDS[name], Who(adult.id), id=f"{name}-{adult.id}")
        for name in names
        for adult in WORLDS[name].adults
    ]
    return pytest.mark.parametrize(("world", "who"), rows)


each = asked("busy")


def tiny_batch():
    """A handful of shapes of each kind, small enough to change a thousand times."""
    someone = (
        Person((), "mother's"),
        Person((("manager", "R1", "now"),), "father's"),
        Person((("practitioner", "R1", "now"), ("safeguarding-lead", "S2", "now"))),
        Person((("deputy", "R1", "ended"),), levels=("known", "strong")),
    )
    ties = (Tie(), Tie(FATHER), Tie(CARER, ("NO-INFO",)), Tie(viewer="by parent", enrolment="both"))
    return worlds.make(worlds.Plan("tiny", someone, ties, thin=True))


@asked("small", "busy")
def test_nobody_sees_what_the_invariants_forbid(world, who):
    assert breaches(Plain(world), who, seen_by(world, who)) == []


@each
def test_an_order_never_shows_more(world, who):
    assert metamorphic.never_enlarges(world, who, seen_by, metamorphic.denies_added(world, who)) == []


@each
def test_an_end_never_shows_more(world, who):
    assert metamorphic.never_enlarges(world, who, seen_by, metamorphic.permits_ended(world)) == []


@each
def test_a_lower_proof_never_shows_more(world, who):
    assert metamorphic.a_lower_proof_shows_no_more(world, who, seen_by) == []


@each
def test_what_is_over_counts_for_nothing(world, who):
    assert metamorphic.what_is_over_counts_for_nothing(world, who, seen_by) == []


@each
def test_a_hat_elsewhere_opens_nothing_here(world, who):
    assert metamorphic.hats_elsewhere_open_nothing_here(world, who, seen_by) == []


@each
def test_an_order_on_one_adult_shows_in_nobody_elses_pages(world, who):
    assert metamorphic.an_order_touches_nobody_else(world, who, seen_by) == []


@each
def test_a_viewer_sees_no_more_than_those_who_let_them_in(world, who):
    assert metamorphic.a_viewer_sees_no_more_than_the_granter(world, who, seen_by) == []


@each
def test_other_names_another_order_and_saying_it_twice_change_nothing(world, who):
    assert metamorphic.names_do_not_matter(world, who, seen_by) == []
    assert metamorphic.order_does_not_matter(world, who, seen_by) == []
    assert metamorphic.saying_it_twice_does_not_matter(world, who, seen_by) == []


@each
def test_a_second_path_to_the_same_changes_nothing(world, who):
    assert metamorphic.a_second_path_does_not_matter(world, who, seen_by) == []


def test_second_paths_there_are():
    paths = {name.split()[0] for who in WORLDS["busy"].adults for name, _w in second_paths_of(who)}
    assert paths == {"let", "buddy", "volunteer", "trainee", "deputy"}


def second_paths_of(adult):
    return metamorphic.second_paths(WORLDS["busy"], Who(adult.id))


@each
def test_a_hat_at_an_empty_setting_changes_nothing(world, who):
    assert metamorphic.another_setting_does_not_matter(world, who, seen_by) == []


@each
def test_a_family_of_strangers_changes_nothing(world, who):
    stranger = metamorphic.renamed(
        people.the_world(), lambda id_: id_ if id_ in ("afon", "bryn") else f"other {id_}"
    )
    assert metamorphic.strangers_do_not_matter(world, who, seen_by, stranger) == []


def test_a_tiny_batch_changed_a_thousand_times_never_shows_more():
    batch = tiny_batch()
    world = batch.world
    for who in batch.actors[4:8]:
        ended = islice(metamorphic.permits_ended(world), 0, None, 15)
        assert metamorphic.never_enlarges(world, who, seen_by, ended) == []
        assert metamorphic.what_is_over_counts_for_nothing(world, who, seen_by) == []


# --- an invariant that finds nothing wrong with anything is no invariant ---


def everything_of(world, _who):
    return {name: frozenset(x.id for x in getattr(world, kind)) for name, (kind, _) in QUESTIONS.items()}


@pytest.mark.parametrize("name", ["gareth", "marged", "carys", "fflur", "iolo", "nia", "glyn"])
def test_an_implementation_that_shows_everything_is_found_out(name):
    world = WORLDS["small"]
    assert breaches(Plain(world), Who(name), everything_of(world, Who(name)))


def test_an_implementation_that_forgets_what_it_showed_is_found_out():
    world = WORLDS["small"]

    def shows_more_to_the_bound(world, who):
        return everything_of(world, who) if world.restrictions else seen_by(world, who)

    changes = metamorphic.denies_added(world, Who("gareth"))
    assert metamorphic.never_enlarges(world, Who("gareth"), shows_more_to_the_bound, changes)


def test_an_implementation_that_counts_hats_is_found_out():
    def by_hats(world, who):
        hats = sum(1 for row in world.memberships if row.person == who.person)
        return {"see child": frozenset(x.id for x in world.children[: hats % 3])}

    world = WORLDS["small"]
    assert metamorphic.a_second_path_does_not_matter(world, Who("sian"), by_hats)
    assert metamorphic.another_setting_does_not_matter(world, Who("sian"), by_hats)


def test_an_implementation_that_counts_rows_is_found_out():
    def by_count(world, who):
        return {"see child": frozenset(x.id for x in world.children[: len(world.guardianships) % 3])}

    world = WORLDS["small"]
    assert metamorphic.saying_it_twice_does_not_matter(world, Who("gareth"), by_count)
    assert metamorphic.order_does_not_matter(world, Who("gareth"), by_count, seed=3)
