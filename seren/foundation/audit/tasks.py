"""The sealer's turn: every second, in every worker, and only when something waits."""

from seren.foundation.audit.chain import seal_waiting
from seren.foundation.audit.models import Waiting
from seren.foundation.jobs.door import register_tick


def seal() -> None:
    if Waiting.objects.exists():
        seal_waiting()


register_tick(seal, 1)
