"""What keeps an adult from something about a child, what it rests on, what it closes."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from seren.foundation.access.door import RecordClass


class RestrictionCode(TextChoices):
    """P-08. What each denies is DENIED_CLASSES."""

    NO_COLLECT = "no-collect", _("May not collect")
    NO_CONTACT_AT_SITE = "no-contact-at-site", _("No contact at the setting")
    NO_ADDRESS = "no-address", _("Address is not told")
    NO_INFO = "no-info", _("No information")
    NO_IMAGES = "no-images", _("No pictures")
    SUPERVISED = "supervised", _("Supervised contact only")


class RestrictionBasis(TextChoices):
    """The first three rest on a paper, kept as an Order; the others on somebody here, who decided."""

    COURT_ORDER = "court-order", _("Court order")
    UNDERTAKING = "undertaking", _("Undertaking to a court")
    AUTHORITY = "authority", _("Police or local authority")
    SAFEGUARDING = "safeguarding", _("Decision of the safeguarding lead")
    CAUTION = "caution", _("Caution, to be decided")


class OrderKind(TextChoices):
    """What a court or an authority has put on paper (P-06)."""

    CHILD_ARRANGEMENTS = "child-arrangements", _("Child arrangements order")
    PROHIBITED_STEPS = "prohibited-steps", _("Prohibited steps order")
    SPECIFIC_ISSUE = "specific-issue", _("Specific issue order")
    CARE = "care", _("Care order")
    INTERIM_CARE = "interim-care", _("Interim care order")
    SUPERVISION = "supervision", _("Supervision order")
    EMERGENCY_PROTECTION = "emergency-protection", _("Emergency protection order")
    SPECIAL_GUARDIANSHIP = "special-guardianship", _("Special guardianship order")
    NON_MOLESTATION = "non-molestation", _("Non-molestation order")
    OCCUPATION = "occupation", _("Occupation order")
    UNDERTAKING = "undertaking", _("Undertaking to a court")
    REQUEST = "request", _("Written request of the police or the local authority")

    @property
    def basis(self) -> RestrictionBasis:
        others = {
            OrderKind.UNDERTAKING: RestrictionBasis.UNDERTAKING,
            OrderKind.REQUEST: RestrictionBasis.AUTHORITY,
        }
        return others.get(self, RestrictionBasis.COURT_ORDER)


# What a leader may choose where there is no paper.
DECIDED_HERE = (RestrictionBasis.SAFEGUARDING, RestrictionBasis.CAUTION)

# The clocks over a restriction that somebody here decided on. When they have run out it still stands.
CAUTION_CLOCK = "families.caution"
RELEASE_CLOCK = "families.release_stop"

_INFORMATION = frozenset(
    {
        RecordClass.C3,
        RecordClass.C4,
        RecordClass.C5,
        RecordClass.C6,
        RecordClass.C7,
        RecordClass.C8,
        RecordClass.C9,
        RecordClass.C13,
    }
)

# trust.md 4.2, the table of codes. Places, slots and gatherings join when their rooms do.
DENIED_CLASSES: dict[RestrictionCode, frozenset[RecordClass]] = {
    RestrictionCode.NO_INFO: _INFORMATION,
    RestrictionCode.NO_IMAGES: frozenset({RecordClass.C4}),
    RestrictionCode.NO_ADDRESS: frozenset({RecordClass.C6}),
    RestrictionCode.NO_CONTACT_AT_SITE: frozenset(),
    RestrictionCode.NO_COLLECT: frozenset(),
    RestrictionCode.SUPERVISED: frozenset(),
}

# Who is not told where a child is: not even the name and telephone of the setting.
PLACE_KEPT = (RestrictionCode.NO_INFO, RestrictionCode.NO_ADDRESS, RestrictionCode.NO_CONTACT_AT_SITE)

# To whom the child is not given: SUPERVISED as NO-COLLECT, with the times of contact (P-08).
KEPT_FROM_COLLECTING = frozenset({RestrictionCode.NO_COLLECT, RestrictionCode.SUPERVISED})


def codes_denying(record_class: RecordClass) -> list[RestrictionCode]:
    """The restriction codes that close a record class to the adult they bind."""
    return [code for code, classes in DENIED_CLASSES.items() if record_class in classes]
