"""What the setting says it does on a day, and the evidence."""

from seren.partnership.days.promises.outing import outings_with_a_yes

__all__ = ["outings_with_a_yes"]
