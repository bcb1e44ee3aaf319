"""Every address. Each room brings its own."""

from typing import Any

urlpatterns: list[Any] = []
