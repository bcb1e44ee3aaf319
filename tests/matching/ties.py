"""Who is whose: guardians, family, restrictions, collectors and homes of a batch, as rows."""

from datetime import date
from typing import Any

from seren.foundation.sealing.fields import Boxed
from seren.people.families import models as families
from tests.matching.held import LONG_AGO, Filling

CODES = {
    "NO-COLLECT": "no-collect",
    "NO-CONTACT-AT-SITE": "no-contact-at-site",
    "NO-ADDRESS": "no-address",
    "NO-INFO": "no-info",
    "NO-IMAGES": "no-images",
    "SUPERVISED": "supervised",
}


class Ties(Filling):
    def ties(self) -> None:
        self.put(
            families.Guardianship,
            (
                families.Guardianship(
                    id=g.id,
                    provider_id=g.provider,
                    child_id=g.child,
                    adult_id=g.adult,
                    relation="parent",
                    natural_parent=g.natural,
                    responsibility=g.pr or "unknown",
                    lives_with="no",
                    day_to_day_care=bool(g.care),
                    from_at=g.from_at,
                    until_at=g.until_at,
                )
                for g in self.world.guardianships
                if self.holdable(g, "from_at")
            ),
        )
        self.put(
            families.FamilyViewer,
            (
                families.FamilyViewer(
                    id=v.id,
                    provider_id=v.provider,
                    child_id=v.child,
                    adult_id=v.adult,
                    granted_by_id=v.granted_by,
                    relation="grandparent",
                    from_at=v.from_at,
                    until_at=v.until_at,
                )
                for v in self.world.viewers
                if self.holdable(v, "from_at")
            ),
        )
        self.put(
            families.Restriction,
            (self.restriction(r, code) for r in self.world.restrictions for code in r.codes),
        )
        self.put(
            families.Collector,
            (
                families.Collector(
                    id=c.id,
                    provider_id=c.provider,
                    child_id=c.child,
                    named_by_id=c.named_by,
                    name="Nobody",
                    relation="other",
                    from_at=c.from_at,
                    until_at=c.until_at,
                )
                for c in self.world.collectors
                if self.holdable(c, "from_at")
            ),
        )

    def restriction(self, r: Any, code: str) -> families.Restriction:
        lifters = sorted(set(r.lifted_by))
        lifted = len(lifters) >= 2
        return families.Restriction(
            provider_id=r.provider,
            child_id=r.child,
            adult_id=r.adult,
            code=CODES[code],
            basis="court-order",
            reason=Boxed(b"-"),  # never opened here
            imposed_by_id=self.somebody,
            imposed_at=r.from_at or LONG_AGO,
            review_on=date(2025, 6, 1),
            lifted_by_id=lifters[1] if lifted else None,
            lifted_at=LONG_AGO if lifted else None,
        )

    def homes(self) -> None:
        self.put(
            families.Household,
            (families.Household(id=h.id, provider_id=h.provider) for h in self.world.households),
        )
        self.put(
            families.HouseholdMember,
            (
                families.HouseholdMember(
                    id=m.id,
                    provider_id=m.provider,
                    household_id=m.household,
                    person_id=m.adult,
                    from_at=m.from_at,
                    until_at=m.until_at,
                )
                for m in self.world.household_members
                if self.holdable(m, "from_at")
            ),
        )
        self.put(
            families.Lives,
            (
                families.Lives(
                    id=row.id,
                    provider_id=row.provider,
                    child_id=row.child,
                    household_id=row.household,
                    pattern="all",
                    from_at=row.from_at,
                    until_at=row.until_at,
                )
                for row in self.world.lives
                if self.holdable(row, "from_at")
            ),
        )
