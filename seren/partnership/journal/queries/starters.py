"""How an answer from home may begin: with a heart, or with what the child did at home too."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seren.foundation.ui.door import Starter
from seren.partnership.journal.queries.reading import MomentRead

# By the quick word of the moment. A space follows, where the typing goes on.
BEGINNINGS = {
    "tried": gettext_lazy("At home, %(name)s also tried"),
    "kind": gettext_lazy("At home, %(name)s was also kind when"),
    "said": gettext_lazy("At home, %(name)s also said"),
    "built": gettext_lazy("At home, %(name)s also built"),
    "brave": gettext_lazy("At home, %(name)s was also brave when"),
    "laughed": gettext_lazy("At home, %(name)s also laughed about"),
    "": gettext_lazy("At home, %(name)s also"),
}


def beginning(read: MomentRead, names: Sequence[str]) -> str:
    """`names`: the reader's own children in it. Nothing for a reader without one."""
    if not names:
        return ""
    said = BEGINNINGS.get(read.quick_word) or BEGINNINGS[""]
    return str(said) % {"name": names[0]}


def starters_for(read: MomentRead, names: Sequence[str]) -> tuple[Starter, ...]:
    if not names:
        return ()
    return (
        Starter("heart", _("We love this"), "heart"),
        Starter("begin", _("%(beginning)s…") % {"beginning": beginning(read, names)}, "home"),
    )
