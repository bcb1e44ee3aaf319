"""The most a role may, as data: no rule of the product gives more (trust.md 4.2)."""

from dataclasses import replace

import pytest

from seren.doors.web.matrix import matrix, writes
from seren.doors.web.matrix.checks import no_rule_gives_more_than_the_matrix
from seren.foundation.access.door import Action, Because, RecordClass, Rule, declared
from seren.people.consent.policies import ConsentAction
from seren.people.families.policies import FamilyAction


def rule(action: Action) -> Rule:
    found = declared()[action]
    assert isinstance(found, Rule)
    return found


def test_no_rule_of_the_product_gives_a_role_more_than_the_matrix() -> None:
    assert not no_rule_gives_more_than_the_matrix()


def test_every_reason_a_rule_gives_stands_for_a_role_and_no_other_is_listed() -> None:
    ours = [one for one in declared().values() if isinstance(one, Rule)]
    given = {
        reason.who
        for one in ours
        if type(one.action).__module__.startswith("seren.")
        for reason in one.permits
    }
    assert given == set(matrix().reasons)


@pytest.mark.parametrize(
    ("action", "changed", "fault"),
    [
        (FamilyAction.SEE_SAFETY, RecordClass.C12, "carer may not do this with C12"),
        (FamilyAction.SEE_ALLERGIES, RecordClass.C6, "helper may not do this with C6"),
        (ConsentAction.SEE_OUTCOME, RecordClass.C11, "practitioner may not do this with C11"),
        (FamilyAction.FOLLOW_CHILD, RecordClass.C5, "viewer may not do this with C5"),
    ],
)
def test_a_rule_that_widens_its_class_is_told_by_role(
    action: Action, changed: RecordClass, fault: str
) -> None:
    wider = replace(rule(action), record_class=changed)

    assert any(fault in one for one in matrix().faults(wider))


def test_a_carer_let_in_to_all_of_a_childs_health_is_told() -> None:
    details = rule(FamilyAction.SEE_DETAILS)
    carer = rule(FamilyAction.SEE_SAFETY).permits[0]

    assert list(matrix().faults(replace(details, permits=(*details.permits, carer)))) == [
        "families.see_details: carer may not do this with C5 (guardian of the child)"
    ]


def test_a_reason_nobody_placed_is_told() -> None:
    someone = Because("a friend of the family", rule(FamilyAction.SEE_CHILD).permits[0].when)

    assert list(matrix().faults(replace(rule(FamilyAction.SEE_CHILD), permits=(someone,)))) == [
        "families.see_child: “a friend of the family” stands for no role in permits.toml"
    ]


def test_whoever_may_only_read_does_not_write() -> None:
    viewer, lead = matrix().roles["viewer"], matrix().roles["safeguarding"]

    assert viewer.allows(RecordClass.C3, writes=False, part="")
    assert not viewer.allows(RecordClass.C3, writes=True, part="")
    assert not lead.allows(RecordClass.C5, writes=True, part="")
    assert writes(ConsentAction.ANSWER)
    assert not writes(ConsentAction.LOOK)


def test_nobody_reads_the_safeguarding_file_by_a_role_that_may_only_hand_something_in() -> None:
    readers = [
        role.name for role in matrix().roles.values() if role.allows(RecordClass.C11, writes=False, part="")
    ]
    assert readers == ["safeguarding"]
