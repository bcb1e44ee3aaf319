"""What the door may be told of an adult and a child."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

PASSWORD_LEAST = 6  # letters or figures: long enough to say, and not guessed at a door
AGE_RULE = "collector.age"
COLLECTOR_PHOTO = "families.collector"  # whose row a photo of a collector belongs to


class Outcome(TextChoices):
    """C7: what holds at the door. Why, and who said so, is C12 and stands nowhere beside it."""

    MAY = "may", _("May collect")
    ASK = "ask", _("Ask a leader first")
    SUPERVISED = "supervised", _("Supervised")
    MAY_NOT = "may-not", _("May not collect")


# To whom the child is not given, whoever asks.
NEVER = frozenset({Outcome.SUPERVISED, Outcome.MAY_NOT})
