"""What each adult of a list is to each child: four facts, and who may collect (P-01)."""

from collections.abc import Mapping, Sequence
from functools import partial

from django.utils.translation import gettext as _

from seren.people.families.domain.adults import Facts, add_guardian, change_guardian
from seren.people.families.domain.intake.adults import Adults
from seren.people.families.domain.intake.children import Children
from seren.people.families.domain.intake.here import Here
from seren.people.families.domain.intake.planning import Planning
from seren.people.families.domain.intake.reading import Line
from seren.people.families.models import Guardianship
from seren.people.families.terms import (
    EvidenceSeen,
    ImportedKind,
    LivesWith,
    Relation,
    Responsibility,
    ResponsibilityBasis,
)

_COLUMNS = {
    "relation": "relation",
    "parental_responsibility": "responsibility",
    "pr_basis": "basis",
    "lives_with": "lives_with",
    "can_collect": "can_collect",
    "emergency_order": "emergency_order",
}
_UNSAID = {"pr_basis": "", "lives_with": LivesWith.NO.value, "can_collect": "no", "emergency_order": ""}
# A list says who the parents are, not how they became parents: natural or adoptive.
_PARENTS = frozenset({Relation.MOTHER, Relation.FATHER, Relation.PARENT})


class Ties:
    def __init__(
        self, plan: Planning, here: Here, children: Children, adults: Adults, lines: Sequence[Line]
    ) -> None:
        self._plan, self._here, self._children, self._adults = plan, here, children, adults
        self._lines = lines

    def plan_all(self) -> None:
        for line in self._lines:
            child, adult = line.said["child_ref"], line.said["adult_ref"]
            if child in self._children.passed_by or self._adults.is_closed(adult):
                continue
            there = self._there(child, adult)
            if there is not None:
                self._again(line, there)
            elif self._plan.refs.found(ImportedKind.TIE, child, adult) is not None:
                words = _("What this adult was to %(child)s has ended here. It stays so.")
                self._plan.left(line.number, self._adults.who(line), words % self._child(line))
            else:
                self._new(line)

    def _there(self, child: str, adult: str) -> Guardianship | None:
        row = self._plan.children.get(child)
        person = self._adults.known.get(adult)
        return self._here.ties.get((row.id, person)) if row and person else None

    def _child(self, line: Line) -> dict[str, str]:
        return {"child": self._children.who(line)}

    def _new(self, line: Line) -> None:
        words = _("A new adult of %(child)s.") % self._child(line)
        self._plan.new(line.number, self._adults.who(line), words)
        self._plan.do(partial(self._add, line))

    def _add(self, line: Line) -> None:
        child, adult = line.said["child_ref"], line.said["adult_ref"]
        plan, said = self._plan, _UNSAID | _said(line)
        facts = _facts(said, None)
        add_guardian(
            actor=plan.actor, child=plan.children[child], adult=plan.adults[adult], facts=facts, now=plan.now
        )
        plan.refs.note(
            ImportedKind.TIE, child, adult, facts=said, child=plan.children[child], adult=plan.adults[adult]
        )

    def _again(self, line: Line, there: Guardianship) -> None:
        key = (ImportedKind.TIE, line.said["child_ref"], line.said["adult_ref"])
        here = _here(there)
        merged = self._plan.compare(line.number, self._adults.who(line), key, _said(line), here)
        if not merged.take:
            return
        after = {**here, **merged.take}
        if after["pr_basis"] and after["parental_responsibility"] != Responsibility.YES:
            words = _("Say what parental responsibility rests on only where the adult has it.")
            self._plan.fault(line.number, "pr_basis", words)
            return
        self._plan.do(partial(self._change, key, there, after, merged.take))

    def _change(
        self,
        key: tuple[ImportedKind, str, str],
        there: Guardianship,
        after: dict[str, str],
        take: Mapping[str, str],
    ) -> None:
        facts = _facts(after, there)
        change_guardian(actor=self._plan.actor, guardianship=there, facts=facts, now=self._plan.now)
        child = self._plan.children[key[1]]
        self._plan.refs.note(*key, facts=take, child=child, adult=there.adult_id)


def _said(line: Line) -> dict[str, str]:
    said = {column: line.said[column] for column in _COLUMNS if column in line.said}
    return {column: str(value) for column, value in said.items()}


def _here(tie: Guardianship) -> dict[str, str]:
    return {
        "relation": tie.relation,
        "parental_responsibility": tie.responsibility,
        "pr_basis": tie.basis,
        "lives_with": tie.lives_with,
        "can_collect": "yes" if tie.can_collect else "no",
        "emergency_order": str(tie.emergency_order or ""),
    }


def _facts(said: dict[str, str], before: Guardianship | None) -> Facts:
    """What a list cannot say stays as it was: evidence seen, and care and parenthood of one relation.

    A foster carer whom the child lives with cares for the child day to day: that is their tie.
    """
    relation = Relation(said["relation"])
    lives = LivesWith(said["lives_with"] or LivesWith.NO)
    natural: bool | None = True if relation in _PARENTS else None
    cares = relation is Relation.FOSTER_CARER and lives is not LivesWith.NO
    if before is not None and before.relation == relation:
        natural = before.natural_parent
        cares = cares if before.lives_with != lives else before.day_to_day_care
    return Facts(
        relation=relation,
        responsibility=Responsibility(said["parental_responsibility"]),
        lives_with=lives,
        natural_parent=natural,
        basis=ResponsibilityBasis(said["pr_basis"]) if said["pr_basis"] else "",
        day_to_day_care=cares,
        can_collect=said["can_collect"] == "yes",
        emergency_order=int(said["emergency_order"]) if said["emergency_order"] else None,
        evidence=EvidenceSeen(before.evidence) if before else EvidenceSeen.NONE,
        seen_by=before.seen_by_id if before else None,
        seen_on=before.seen_on if before else None,
    )
