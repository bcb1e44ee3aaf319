"""What a request that only asks has found is not looked up again."""

from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


class Once:
    """A verb finds its rows itself: where a request writes, each look is a new one."""

    request: Any

    def once(self, name: str, look: Callable[[], T]) -> T:
        if self.request.method not in ("GET", "HEAD"):
            return look()
        held: dict[str, Any] = self.__dict__.setdefault("_once", {})
        if name not in held:
            held[name] = look()
        found: T = held[name]
        return found
