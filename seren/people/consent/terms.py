"""The words of consent, and what follows when two adults do not agree (domain.md 5 and P-10)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from seren.foundation.audit.door import Event


class Code(TextChoices):
    """What may be asked. The wording, and all that depends on law, is in `words/permissions.toml`."""

    OUT_ROUTINE = "out-routine"
    OUT_SPECIFIC = "out-specific"
    TRANSPORT = "transport"
    PHOTO_JOURNAL_OWN = "photo-journal-own"
    PHOTO_JOURNAL_OTHERS = "photo-journal-others"
    PHOTO_DISPLAY = "photo-display"
    PHOTO_WEB = "photo-web"
    PHOTO_SOCIAL = "photo-social"
    PHOTO_PRESS = "photo-press"
    PHOTO_STUDENT = "photo-student"
    VIDEO = "video"
    SUN_CREAM = "sun-cream"
    NAPPY_CREAM = "nappy-cream"
    PLASTERS = "plasters"
    MED_NAMED = "med-named"
    PARACETAMOL = "paracetamol"
    ANTIHISTAMINE = "antihistamine"
    EMERG_TREAT = "emerg-treat"
    INTIMATE_CARE = "intimate-care"
    FACE_PAINT = "face-paint"
    FIRST_AID_STUDENT = "first-aid-student"
    ANIMALS = "animals"
    FOOD_TASTING = "food-tasting"
    SWIM = "swim"
    FOREST = "forest"
    CLIMB = "climb"
    SCREEN = "screen"
    COLLECT = "collect"
    WALK_HOME = "walk-home"
    SHARE_HV = "share-hv"
    SHARE_SEN = "share-sen"
    SHARE_NEXT = "share-next"
    SHARE_OTHER = "share-other"
    SHARE_CIN = "share-cin"
    OBSERVER = "observer"
    CONTACT_DIRECTORY = "contact-directory"
    MARKETING = "marketing"


class Group(TextChoices):
    TRIPS = "trips", _("Trips")
    PICTURES = "pictures", _("Pictures")
    CARE = "care", _("Care")
    ACTIVITIES = "activities", _("Things to do")
    GOING_HOME = "going-home", _("Going home")
    SHARING = "sharing", _("Who we talk with")


class Kind(TextChoices):
    """What the asking stands on. *Told* is never asked. *Data* may stand on something else than consent."""

    POLICY = "policy"
    DATA = "data"
    DATA_CONSENT = "data-consent"
    MEDICAL = "medical"
    INFORMATION = "information"
    PERMISSION = "permission"
    SERVICE = "service"
    TOLD = "told"


class Evidence(TextChoices):
    """How a yes must have been said (C-11)."""

    NONE = "none"
    ANY = "any"
    WRITTEN = "written"
    WRITTEN_AND_CALL = "written-and-call"


class Renewal(TextChoices):
    """When it is asked again."""

    NONE = "none"
    YEARLY = "yearly"
    CHANGE = "change"
    EVENT = "event"
    COURSE = "course"
    ACTIVITY = "activity"
    STUDENT = "student"
    REFERRAL = "referral"
    PURPOSE = "purpose"
    ONCE = "once"


class Disputed(TextChoices):
    """P-10: what holds while one responsible adult says yes and another no."""

    NO = "no", _("It is a no until both agree.")
    GOES_ON = "goes-on", _("The yes goes on. Talk with both.")
    DECIDE = "decide", _("It is a no until the manager decides.")


class State(TextChoices):
    """Worked out from events and dates, never kept."""

    NOT_ASKED = "not-asked", _("Not asked")
    ASKED = "asked", _("No answer yet")
    IN_FORCE = "in-force", _("In force")
    REFUSED = "refused", _("No")
    DISPUTED = "disputed", _("Disputed")
    LAPSED = "lapsed", _("Ended")


class Saying(TextChoices):
    YES = "yes", _("Yes")
    NO = "no", _("No")
    WITHDRAWN = "withdrawn", _("Yes taken back")


class Channel(TextChoices):
    PAGE = "page", _("On their own page")
    PAPER = "paper", _("On paper, signed")
    EMAIL = "e-mail", _("By e-mail")
    SPOKEN = "spoken", _("Spoken")


class RoundKind(TextChoices):
    """What was asked in one go."""

    FAMILY = "family"
    MANY = "many"
    REVIEW = "review"


class Tried(TextChoices):
    """How somebody tried to hear from an adult who has not answered."""

    SLIP = "slip", _("Slip printed")
    RUNG = "rung", _("Rung")
    DOOR = "door", _("Asked at the door")
    EMAIL = "e-mail", _("E-mailed")


KEYED = (Channel.PAPER, Channel.EMAIL, Channel.SPOKEN)  # by staff, for an adult
WRITTEN = frozenset({Channel.PAGE, Channel.PAPER, Channel.EMAIL})

# Asked of a thing that is named, with a last day of its own.
FOR_A_TIME = frozenset(
    {
        Renewal.EVENT,
        Renewal.COURSE,
        Renewal.ACTIVITY,
        Renewal.STUDENT,
        Renewal.REFERRAL,
        Renewal.PURPOSE,
        Renewal.ONCE,
    }
)
# C-05: silence keeps what a policy asks; what stands on consent itself ends unless it is renewed.
KEPT_BY_SILENCE = frozenset({Kind.POLICY, Kind.INFORMATION})

# Asked of nobody here: a collector is a parent’s own naming, and no other parent’s to read.
NAMED_BY_A_PARENT = frozenset({Code.COLLECT})
# Asked with the thing itself, by the room that keeps it: never on its own, and never of all such things.
ASKED_WITH_ITS_THING = frozenset({Code.MED_NAMED})
# What no desk asks from the catalogue.
NOT_FOR_THE_DESK = NAMED_BY_A_PARENT | ASKED_WITH_ITS_THING
# To tell what is asked here tells where the child is (C7), in care never.
TELLS_A_PLACE = frozenset({Group.TRIPS, Group.GOING_HOME})

# P-10 names pictures, trips and care. Whatever it does not name is a no until both agree.
WHEN_DISPUTED: dict[Group, Disputed] = {
    Group.TRIPS: Disputed.DECIDE,
    Group.PICTURES: Disputed.NO,
    Group.CARE: Disputed.GOES_ON,
    Group.ACTIVITIES: Disputed.NO,
    Group.GOING_HOME: Disputed.NO,
    Group.SHARING: Disputed.NO,
}


class ConsentEvent(Event):
    ASKED = "consent.asked", _("asked for a permission")
    ANSWERED = "consent.answered", _("answered what was asked")
    WITHDRAWN = "consent.withdrawn", _("took a yes back")
    KEYED = "consent.keyed", _("wrote down an answer given on paper, by e-mail or in words")
    DECIDED = "consent.decided", _("decided on a trip about which adults disagree")
    CHASED = "consent.chased", _("tried to hear from somebody who has not answered")
    REVIEWED = "consent.reviewed", _("started the yearly review of permissions")
    TALK_WISHED = "consent.talk_wished", _("wants to talk about a permission")
