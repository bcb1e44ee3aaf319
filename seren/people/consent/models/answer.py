from typing import Any

from django.db import models
from django.db.models import Q

from seren.foundation.access.door import Kept
from seren.foundation.kernel.constraints import known
from seren.foundation.sealing.door import SealedText
from seren.people.consent.models.asked import Asked
from seren.people.consent.terms import Channel, Code, Saying
from seren.people.families.terms import Responsibility, ResponsibilityBasis

_ON_PAGE = Q(channel=Channel.PAGE)


class Answer(Kept):
    """What one adult said to one asking, with all that makes it evidence (C-03). A new word is a new row.

    Child, setting, code and scope are the asking's own: conditions on other rooms' rows find them here.
    `words`: exactly what was shown, in `language`, with `called` in the gap if there is one.
    `responsibility` and `basis`: as they stood at that time.
    """

    asked = models.ForeignKey(Asked, models.PROTECT, related_name="+")
    child = models.ForeignKey("families.Child", models.PROTECT, related_name="+")
    setting = models.ForeignKey("provision.Setting", models.PROTECT, related_name="+")
    code = models.CharField(max_length=24, choices=Code.choices)
    scope = models.CharField(max_length=120, blank=True)
    called = SealedText(subject="child_id", null=True)
    adult = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    said = models.CharField(max_length=9, choices=Saying.choices)
    words: "models.JSONField[Any, Any]" = models.JSONField()
    version = models.CharField(max_length=16)
    language = models.CharField(max_length=12)
    channel = models.CharField(max_length=6, choices=Channel.choices)
    signed_on = models.DateField(null=True)  # the day on the paper, of the e-mail, of the talk
    keyed_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, related_name="+")
    witness = models.ForeignKey("accounts.Person", models.PROTECT, null=True, related_name="+")
    responsibility = models.CharField(max_length=8, choices=Responsibility.choices)
    basis = models.CharField(max_length=24, choices=ResponsibilityBasis.choices, blank=True)
    at = models.DateTimeField()

    class Meta(Kept.Meta):
        constraints = [
            known("answer", "code", Code),
            known("answer", "said", Saying),
            known("answer", "channel", Channel),
            known("answer", "responsibility", Responsibility),
            known("answer", "basis", ResponsibilityBasis, blank=True),
            models.CheckConstraint(
                condition=(_ON_PAGE & Q(keyed_by__isnull=True, witness__isnull=True, signed_on__isnull=True))
                | (~_ON_PAGE & Q(keyed_by__isnull=False, signed_on__isnull=False)),
                name="answer_keyed_where_not_their_own",
            ),
            models.CheckConstraint(
                condition=~Q(channel=Channel.SPOKEN) | Q(witness__isnull=False),
                name="answer_spoken_has_witness",
            ),
            models.CheckConstraint(condition=~Q(version=""), name="answer_to_some_words"),
            # What other rooms’ rows hold on to: a row there can name only a word as it was said.
            models.UniqueConstraint(
                fields=["id", "child", "setting", "code", "scope", "said", "channel"], name="answer_as_said"
            ),
        ]
        indexes = [models.Index(fields=["child", "code", "adult", "at"], name="answer_of_child")]
