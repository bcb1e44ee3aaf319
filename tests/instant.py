"""The one instant all tests live at: Wednesday 14 May 2025, 10:40 in London."""

from datetime import UTC, datetime

NOW = datetime(2025, 5, 14, 9, 40, tzinfo=UTC)
