"""Actions for these tests: three classes of record about one child."""

from seren.foundation.access.door import Action


class Look(Action):
    LEARNING = "test.look_at_learning"
    NAME = "test.look_at_name"
    MESSAGES = "test.look_at_messages"
