"""Who may do what is one condition in the database: default no, any deny wins, one answer for all.

The rules here are about settings, made up for the test; Bev and Carys are known by their ids alone.
"""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db.models import DateTimeField, Exists, OuterRef, Q

from seren.foundation.access import rules
from seren.foundation.access.door import (
    Action,
    Actor,
    Because,
    Floor,
    Level,
    NotThere,
    Operator,
    RecordClass,
    Rule,
    Undeclared,
    Unscoped,
    acting,
    find,
    may,
    of_provider,
    require,
    system,
    through,
    visible,
    why,
    worked_out,
)
from seren.people.provision.models import Room, Setting
from tests.conftest import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.db]
HILL_LANE, BLUEBELL = uuid4(), uuid4()


class Act(Action):
    RUN = "test.run"
    ENTER = "test.enter"


def at_level(level=Level.STRONG, *, provider=HILL_LANE, person=None, fresh=False):
    return Actor(person or uuid4(), provider, level, NOW, fresh)


def setting(name, provider=HILL_LANE, made_at=NOW):
    row = Setting(
        provider_id=provider, name=name, slug=f"{name}-{uuid4()}", nation="england", made_at=made_at
    )
    row.save(force_insert=True)
    return row


@pytest.fixture
def declare(monkeypatch):
    def put(action, *permits, denies=(), within=None, model="provision.Setting"):
        rule = Rule(action, model, RecordClass.C2, permits, denies, within)
        monkeypatch.setitem(rules._rules, action, rule)

    return put


def named(name, floor=Floor.KNOWN):
    return Because(f"called {name}", lambda _actor: Q(name=name), floor)


def names(actor, action=Act.RUN):
    return sorted(visible(actor, action, Setting).values_list("name", flat=True))


def test_without_a_permit_nobody_may(declare):
    setting("Robins")
    declare(Act.RUN)
    assert names(at_level()) == []


def test_an_action_nobody_declared_is_refused_aloud():
    with pytest.raises(Undeclared):
        visible(at_level(), Act.RUN, Setting)


def test_an_action_is_declared_once_and_the_same_again_is_no_harm(monkeypatch):
    monkeypatch.setattr(rules, "_rules", {})
    once = Rule(Act.RUN, "provision.Setting", RecordClass.C2, (named("Robins"),))
    rules.register(once)
    rules.register(once)
    with pytest.raises(ValueError, match="declared twice"):
        rules.register(Rule(Act.RUN, "provision.Setting", RecordClass.C5, once.permits))
    assert rules.rule_for(Act.RUN) is once


def test_a_reason_asks_for_a_known_device_unless_it_says_more(declare):
    setting("Robins")
    declare(Act.RUN, Because("called Robins", lambda _actor: Q(name="Robins")))
    assert names(at_level(Level.KNOWN)) == ["Robins"]
    assert names(at_level(Level.CODE)) == []


def test_nobody_has_proved_again_who_does_not_say_so(declare):
    setting("Robins")
    declare(Act.RUN, named("Robins", Floor.FRESH))
    assert names(Actor(uuid4(), HILL_LANE, Level.STRONG, NOW)) == []
    assert names(at_level(fresh=True)) == ["Robins"]


def test_an_action_is_asked_of_its_own_rows_only(declare):
    declare(Act.RUN, named("Robins"))
    with pytest.raises(Undeclared):
        visible(at_level(), Act.RUN, Room)


def test_one_row_is_found_by_its_id_among_those_one_may(declare):
    robins, wrens, owls = setting("Robins"), setting("Wrens"), setting("Owls")
    declare(Act.RUN, named("Robins"), named("Wrens"))
    bev = at_level()
    assert [find(bev, Act.RUN, Setting, row.pk) for row in (robins, wrens)] == [robins, wrens]
    with pytest.raises(NotThere):
        find(bev, Act.RUN, Setting, owls.pk)


def test_a_verb_with_the_right_runs_its_section(declare):
    robins = setting("Robins")
    declare(Act.RUN, named("Robins"))
    ran = False
    with acting(at_level(), Act.RUN, robins) as section:
        ran = section is not None
    assert ran


def test_an_explanation_tells_of_what_must_hold_besides(declare):
    robins = setting("Robins")
    declare(Act.RUN, named("Robins"), within=named("Wrens"))
    told = why(at_level(), Act.RUN, robins.pk)
    assert not told.allowed
    assert [answer.holds for answer in told.within] == [False]
    declare(Act.RUN, named("Robins"), within=named("Robins"))
    told = why(at_level(), Act.RUN, robins.pk)
    assert told.allowed
    assert [answer.who for answer in told.within] == ["called Robins"]


def test_rows_are_tied_together_within_one_provider_only():
    ours, other, theirs = setting("Robins"), setting("Wrens"), setting("Owls", BLUEBELL)
    of_provider(HILL_LANE, "provision.Setting", ours.pk, other.pk, ours.pk)
    for wrong in ((theirs.pk,), (ours.pk, theirs.pk), (ours.pk, uuid4())):
        with pytest.raises(NotThere):
            of_provider(HILL_LANE, "provision.Setting", *wrong)
    with pytest.raises(NotThere):
        of_provider(BLUEBELL, "provision.Setting", ours.pk)


def test_any_permit_opens_and_any_deny_closes(declare):
    for name in ("Robins", "Wrens", "Owls"):
        setting(name)
    declare(Act.RUN, named("Robins"), named("Wrens"), denies=(named("Wrens"),))
    assert names(at_level()) == ["Robins"]


def test_what_holds_for_all_permits_narrows_each(declare):
    for name in ("Robins", "Wrens"):
        setting(name)
    declare(Act.RUN, named("Robins"), named("Wrens"), within=named("Wrens"))
    assert names(at_level()) == ["Wrens"]


def test_another_provider_is_another_world(declare):
    setting("Robins", BLUEBELL)
    declare(Act.RUN, named("Robins"))
    assert names(at_level()) == []
    assert names(at_level(provider=BLUEBELL)) == ["Robins"]


@pytest.mark.parametrize(
    ("floor", "level", "fresh", "opens"),
    [
        (Floor.KNOWN, Level.CODE, False, False),
        (Floor.KNOWN, Level.KNOWN, False, True),
        (Floor.STRONG, Level.KNOWN, True, False),
        (Floor.STRONG, Level.STRONG, False, True),
        (Floor.FRESH, Level.KNOWN, False, False),
        (Floor.FRESH, Level.KNOWN, True, True),
        (Floor.STRONG_AND_FRESH, Level.STRONG, False, False),
        (Floor.STRONG_AND_FRESH, Level.KNOWN, True, False),
        (Floor.STRONG_AND_FRESH, Level.STRONG, True, True),
    ],
)
def test_a_permit_counts_only_from_its_floor(declare, floor, level, fresh, opens):
    setting("Robins")
    declare(Act.RUN, named("Robins", floor))
    assert bool(names(at_level(level, fresh=fresh))) is opens


def test_one_answer_for_list_row_and_explanation(declare):
    robins, wrens = setting("Robins"), setting("Wrens")
    declare(Act.RUN, named("Robins"), named("Wrens"), denies=(named("Wrens"),))
    bev = at_level()
    assert find(bev, Act.RUN, Setting, robins.pk) == robins
    require(bev, Act.RUN, robins.pk)
    assert (may(bev, Act.RUN, robins), may(bev, Act.RUN, wrens)) == (True, False)
    assert why(bev, Act.RUN, robins.pk).allowed
    closed = why(bev, Act.RUN, wrens.pk)
    assert not closed.allowed
    assert [answer.holds for answer in (*closed.permits, *closed.denies)] == [False, True, True]


def test_missing_and_not_yours_are_one_answer(declare):
    wrens = setting("Wrens")
    declare(Act.RUN, named("Robins"))
    for pk in (wrens.pk, uuid4()):
        with pytest.raises(NotThere):
            find(at_level(), Act.RUN, Setting, pk)
    assert why(at_level(), Act.RUN, uuid4()) is None


def test_the_console_is_bound_to_its_provider(declare):
    declare(Act.RUN)
    robins, bluebell = setting("Robins"), setting("Bluebell", BLUEBELL)
    operator = Operator(HILL_LANE, NOW)
    require(operator, Act.RUN, robins)
    with pytest.raises(NotThere):
        require(operator, Act.RUN, bluebell)


def test_a_verb_checks_the_right_inside_its_own_writing(declare):
    robins = setting("Robins")
    declare(Act.RUN)
    with pytest.raises(NotThere), acting(at_level(), Act.RUN, robins):
        pytest.fail("nothing is written without the right")


def test_rows_without_somebody_who_asks_are_refused():
    with pytest.raises(Unscoped):
        Setting.objects.count()
    with pytest.raises(Unscoped):
        system("because", Setting)


def test_a_rule_stands_on_another(declare):
    robins, wrens = setting("Robins"), setting("Wrens")
    declare(Act.RUN, named("Robins"))
    declare(
        Act.ENTER,
        Because("runs its setting", lambda a: through(a, Act.RUN, Setting, "setting_id")),
        model="provision.Room",
    )
    for home in (robins, wrens):
        Room(provider_id=HILL_LANE, setting=home, name=f"room of {home.name}").save(force_insert=True)
    seen = visible(at_level(), Act.ENTER, Room)
    assert [room.name for room in seen] == ["room of Robins"]
    twice = seen.filter(Exists(visible(at_level(), Act.ENTER, Room).filter(pk=OuterRef("pk"))))
    assert twice.count() == 1


def test_a_rule_may_look_across_to_another_table(declare):
    robins, wrens = setting("Robins"), setting("Wrens")
    declare(Act.ENTER, Because("in Robins", lambda _a: Q(setting__name="Robins")), model="provision.Room")
    for home in (robins, wrens):
        Room(provider_id=HILL_LANE, setting=home, name=f"room of {home.name}").save(force_insert=True)
    seen = visible(at_level(), Act.ENTER, Room).exclude(setting__name="Owls")
    assert [room.name for room in seen] == ["room of Robins"]


def test_each_person_is_asked_with_their_own_values(declare):
    """What is kept of a rule is its words, never anybody's answer."""
    mine, hers = setting("mine"), setting("hers")
    declare(Act.RUN, Because("it bears their id", lambda a: Q(pk=a.person)))
    assert names(at_level(person=mine.pk)) == ["mine"]
    assert names(at_level(person=hers.pk)) == ["hers"]
    assert names(at_level()) == []


def test_a_value_worked_out_of_the_actor_is_worked_out_each_time(declare):
    setting("old", made_at=NOW - timedelta(days=3))
    setting("new", made_at=NOW)

    def a_day_before(actor):
        return worked_out(actor, lambda a: a.at - timedelta(days=1), DateTimeField())

    declare(Act.RUN, Because("made before yesterday", lambda a: Q(made_at__lte=a_day_before(a))))
    assert names(at_level()) == ["old"]
    later = Actor(uuid4(), HILL_LANE, Level.STRONG, NOW + timedelta(days=1))
    assert names(later) == ["new", "old"]


@pytest.mark.parametrize(
    "reason",
    [
        lambda a: Q(pk__isnull=a.person in {HILL_LANE}),
        lambda a: Q(pk__isnull=a.person == HILL_LANE),
        lambda a: Q(pk__isnull=a.at > NOW),
        lambda a: Q(made_at__lte=a.at - timedelta(days=1)),
    ],
)
def test_a_reason_that_decides_by_itself_is_refused(declare, reason):
    """It would give one actor's answer to everybody."""
    setting("Robins")
    declare(Act.RUN, Because("decides in Python", reason))
    with pytest.raises(TypeError, match="worked_out"):
        names(at_level())
