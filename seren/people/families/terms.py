"""The words of families, and what each restriction denies."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from seren.foundation.access.door import RecordClass
from seren.foundation.audit.door import Event


class EnrolmentState(TextChoices):
    """*Left* is no state: the enrolment has ended."""

    JOINING = "joining", _("Joining")
    ATTENDING = "attending", _("Here")


class Relation(TextChoices):
    MOTHER = "mother", _("Mother")
    FATHER = "father", _("Father")
    PARENT = "parent", _("Parent")
    STEP_PARENT = "step-parent", _("Step-parent")
    GRANDPARENT = "grandparent", _("Grandparent")
    FOSTER_CARER = "foster-carer", _("Foster carer")
    GUARDIAN = "guardian", _("Guardian")
    SIBLING_ADULT = "sibling-adult", _("Grown-up brother or sister")
    OTHER = "other", _("Someone else")


class Responsibility(TextChoices):
    """Parental responsibility (P-01): unknown is a fact too."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    UNKNOWN = "unknown", _("Not known")


class ResponsibilityBasis(TextChoices):
    """What parental responsibility rests on (P-02)."""

    MOTHER = "mother", _("Mother")
    MARRIED_FATHER = "married-father", _("Father married to the mother")
    JOINT_REGISTRATION = "joint-registration", _("On the birth certificate since December 2003")
    AGREEMENT = "agreement", _("Parental responsibility agreement")
    COURT_ORDER = "court-order", _("Court order")
    SECOND_FEMALE_PARENT = "second-female-parent", _("Second female parent")
    ADOPTION = "adoption", _("Adoption")
    STEP_PARENT_AGREEMENT = "step-parent-agreement", _("Step-parent agreement or order")
    GUARDIAN = "guardian", _("Guardian")
    SPECIAL_GUARDIAN = "special-guardian", _("Special guardian")
    LIVES_WITH_ORDER = "lives-with-order", _("A “lives with” order")
    LOCAL_AUTHORITY = "local-authority", _("Local authority")


class EvidenceSeen(TextChoices):
    NONE = "none", _("Nothing seen yet")
    BIRTH_CERTIFICATE = "birth-certificate", _("Birth certificate")
    ORDER = "order", _("Court order")
    AGREEMENT = "agreement", _("Agreement")
    SELF_DECLARED = "self-declared", _("Their own word")


class LivesWith(TextChoices):
    YES = "yes", _("Lives with the child")
    PART = "part", _("Part of the time")
    NO = "no", _("Does not live with the child")


class Pattern(TextChoices):
    """How much of the time a child lives in a household."""

    ALL = "all", _("All the time")
    PART = "part", _("Part of the time")


class KeyKind(TextChoices):
    KEY = "key", _("Key person")
    BUDDY = "buddy", _("Buddy")


class ChangeReason(TextChoices):
    """Why a key person changes (E-05)."""

    FIRST = "first", _("The first key person")
    CHILD = "child", _("The child’s choice")
    PARENT = "parent", _("A parent asked")
    STAFF_LEFT = "staff-left", _("Staff left")
    ROOM_MOVE = "room-move", _("A move to another room")
    HOURS = "hours", _("Working hours changed")
    OTHER = "other", _("Another reason")


class RestrictionCode(TextChoices):
    """P-08. What each denies is DENIED_CLASSES."""

    NO_COLLECT = "no-collect", _("May not collect")
    NO_CONTACT_AT_SITE = "no-contact-at-site", _("No contact at the setting")
    NO_ADDRESS = "no-address", _("Address is not told")
    NO_INFO = "no-info", _("No information")
    NO_IMAGES = "no-images", _("No pictures")
    SUPERVISED = "supervised", _("Supervised contact only")


class RestrictionBasis(TextChoices):
    COURT_ORDER = "court-order", _("Court order")
    UNDERTAKING = "undertaking", _("Undertaking to a court")
    AUTHORITY = "authority", _("Police or local authority")
    SAFEGUARDING = "safeguarding", _("Decision of the safeguarding lead")
    CAUTION = "caution", _("Caution, to be decided")


class SafetyKind(TextChoices):
    """Safety items: the part of C5 everyone who looks after the child must know."""

    ALLERGY = "allergy", _("Allergy")
    DIET = "diet", _("Food")
    MEDICINE = "medicine", _("Emergency medicine")
    INTIMATE_CARE = "intimate-care", _("Intimate care")


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


class Sheet(TextChoices):
    """The two tables an import takes (contract.md, CSV)."""

    STAFF = "staff", _("Staff")
    FAMILIES = "families", _("Families")


class ImportedKind(TextChoices):
    """What a key of the setting's own books names."""

    CHILD = "child", _("Child")
    ADULT = "adult", _("Adult")
    HOUSEHOLD = "household", _("Household")
    TIE = "tie", _("What an adult is to a child")
    BELONGS = "belongs", _("Adult of a household")
    LIVES = "lives", _("Child of a household")
    MEMBER = "member", _("Role of an adult")


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


def codes_denying(record_class: RecordClass) -> list[RestrictionCode]:
    """The restriction codes that close a record class to the adult they bind."""
    return [code for code, classes in DENIED_CLASSES.items() if record_class in classes]


class FamilyEvent(Event):
    CHILD_ADDED = "families.child_added", _("added a child")
    CHILD_CORRECTED = "families.child_corrected", _("corrected a child’s name or birthday")
    START_CHANGED = "families.start_changed", _("changed the day a child starts")
    ENROLLED = "families.enrolled", _("enrolled the child")
    ATTENDING = "families.attending", _("marked the child as here")
    ROOM_MOVED = "families.room_moved", _("moved the child to another room")
    LEFT = "families.left", _("noted that the child left")
    BOOKED = "families.booked", _("changed booked sessions")
    GUARDIAN_ADDED = "families.guardian_added", _("tied an adult to the child")
    GUARDIAN_CHANGED = "families.guardian_changed", _("changed what an adult is to the child")
    GUARDIAN_ENDED = "families.guardian_ended", _("ended what an adult was to the child")
    HOME_ENDED = "families.home_ended", _("ended a child’s home at a household")
    HOUSEHOLD_KEPT = "families.household_kept", _("kept a household")
    KEY_PERSON_CHANGED = "families.key_person_changed", _("named a key person or buddy")
    RESTRICTED = "families.restricted", _("set a restriction")
    LIFTED = "families.lifted", _("lifted a restriction")
    VIEWER_INVITED = "families.viewer_invited", _("let somebody see shared stars")
    VIEWER_ENDED = "families.viewer_ended", _("ended somebody’s sight of shared stars")
    COLLECTOR_NAMED = "families.collector_named", _("named a collector")
    COLLECTOR_ENDED = "families.collector_ended", _("ended a collector")
    SHOWN = "families.shown", _("chose to be shown to the child’s other adults")
    HIDDEN = "families.hidden", _("chose not to be shown any more")
    SAFETY_NOTED = "families.safety_noted", _("noted what keeps the child safe")
    SAFETY_ENDED = "families.safety_ended", _("ended a safety note")
    LIST_UPLOADED = "families.list_uploaded", _("sent in a list to look through")
    LIST_IMPORTED = "families.list_imported", _("brought in a list")
