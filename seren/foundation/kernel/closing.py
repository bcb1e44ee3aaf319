"""Closed for the moment (`seren lockdown on`): nobody comes in, nothing goes out, until it is open again."""

from datetime import datetime

from django.db.models import QuerySet

from seren.foundation.kernel.models import Installation


def closed_since() -> datetime | None:
    """Since when it is closed; None where it is open. One small query."""
    return Installation.objects.filter(opened_at__isnull=True).values_list("closed_at", flat=True).first()


def reopened_asked(after: datetime) -> "QuerySet[Installation, tuple[datetime | None, datetime | None]]":
    """Closed and opened again since `after`: from when until when. No row where it was not."""
    return Installation.objects.filter(opened_at__gt=after).values_list("closed_at", "opened_at")


def close(now: datetime) -> None:
    Installation.objects.filter(opened_at__isnull=True, closed_at__isnull=True).update(closed_at=now)
    Installation.objects.filter(opened_at__isnull=False).update(closed_at=now, opened_at=None)


def open_again(now: datetime) -> None:
    Installation.objects.filter(closed_at__isnull=False, opened_at__isnull=True).update(opened_at=now)
