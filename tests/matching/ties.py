"""Who is whose: guardians, family, restrictions, collectors and homes of a batch, as rows."""

from datetime import date
from typing import Any

from seren.foundation.kernel import ids
from seren.foundation.media.models import Photo
from seren.foundation.sealing.fields import Boxed
from seren.people.consent import models as consent
from seren.people.consent.terms import Code
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
        self.put_dated(
            families.Guardianship,
            self.world.guardianships,
            lambda g: {
                "child_id": g.child,
                "adult_id": g.adult,
                "relation": "parent",
                "natural_parent": g.natural,
                "responsibility": g.pr or "unknown",
                "lives_with": "no",
                "day_to_day_care": bool(g.care),
            },
        )
        self.put_dated(
            families.FamilyViewer,
            self.world.viewers,
            lambda v: {
                "child_id": v.child,
                "adult_id": v.adult,
                "granted_by_id": v.granted_by,
                "relation": "grandparent",
            },
        )
        self.put(
            families.Restriction,
            (self.restriction(r, code) for r in self.world.restrictions for code in r.codes),
        )
        self.put_dated(
            families.Collector,
            self.world.collectors,
            lambda c: {
                "child_id": c.child,
                "named_by_id": c.named_by,
                "name": "Nobody",
                "relation": "other",
            },
        )
        self.put(Photo, (self.photo_of(c) for c in self.world.collectors if self.holdable(c, "from_at")))

    def photo_of(self, collector: Any) -> Photo:
        """Each has one. Nobody is marked in it: it must open by the collector alone."""
        return Photo(
            id=ids.new(),
            provider_id=collector.provider,
            setting_id=self.world.settings[0].id,
            belongs_to_type="families.collector",
            belongs_to_id=collector.id,
            taken_by=collector.named_by,
            state="ready",
            width=4,
            height=3,
            content="0" * 64,
            children=1,
            made_at=LONG_AGO,
        )

    def no_images(self) -> None:
        self.put(
            families.NoImages,
            (
                families.NoImages(
                    id=flag.id,
                    provider_id=flag.provider,
                    child_id=flag.child,
                    reach=flag.reach,
                    reason=Boxed(b"-"),  # never opened here
                    set_by_id=self.somebody,
                    set_at=LONG_AGO,
                    ended_by_id=self.somebody if flag.lifted else None,
                    ended_at=LONG_AGO if flag.lifted else None,
                )
                for flag in self.world.no_images
            ),
        )

    def permissions(self) -> None:
        """One asking for each child and setting, and what each adult said to it while responsible."""
        rounds = {
            (word.child, word.setting): consent.Round(
                provider_id=word.provider,
                setting_id=word.setting,
                kind="family",
                child_id=word.child,
                at=LONG_AGO,
            )
            for word in self.world.permissions
        }
        self.put(consent.Round, rounds.values())
        asked = {
            (word.child, word.setting): consent.Asked(
                round=rounds[word.child, word.setting],
                provider_id=word.provider,
                child_id=word.child,
                setting_id=word.setting,
                code=Code.PHOTO_JOURNAL_OTHERS,
                version="1",
                words={},
                asked_at=LONG_AGO,
            )
            for word in self.world.permissions
        }
        self.put(consent.Asked, asked.values())
        self.put(
            consent.Answer,
            (
                consent.Answer(
                    provider_id=word.provider,
                    asked=asked[word.child, word.setting],
                    child_id=word.child,
                    setting_id=word.setting,
                    code=Code.PHOTO_JOURNAL_OTHERS,
                    adult_id=word.adult,
                    said=word.said,
                    words={},
                    version="1",
                    language="en",
                    channel="page",
                    responsibility="yes",
                    at=LONG_AGO,
                )
                for word in self.world.permissions
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
            setting_id=self.world.settings[0].id,
            basis="safeguarding",
            reason=Boxed(b"-"),  # never opened here
            imposed_by_id=self.somebody,
            imposed_at=r.from_at or LONG_AGO,
            review_on=date(2025, 6, 1),
            lift_asked_by_id=lifters[0] if lifted else None,
            lift_asked_at=LONG_AGO if lifted else None,
            lifted_by_id=lifters[1] if lifted else None,
            lifted_at=LONG_AGO if lifted else None,
        )

    def homes(self) -> None:
        self.put(
            families.Household,
            (families.Household(id=h.id, provider_id=h.provider) for h in self.world.households),
        )
        self.put_dated(
            families.HouseholdMember,
            self.world.household_members,
            lambda m: {
                "household_id": m.household,
                "person_id": m.adult,
            },
        )
        self.put_dated(
            families.Lives,
            self.world.lives,
            lambda row: {
                "child_id": row.child,
                "household_id": row.household,
                "pattern": "all",
            },
        )
