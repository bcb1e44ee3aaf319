"""What may stand in for a sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

# name → (module, function, what stands in its place)
Mutants = dict[str, tuple[Any, str, Callable[..., Any]]]


def always(*_args: Any) -> bool:
    return True


def never(*_args: Any) -> bool:
    return False
