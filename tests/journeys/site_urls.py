"""The product's addresses over the world, with background work done as `seren demo` does it."""

import threading

from seren.foundation.jobs.door import work
from tests import world_urls
from tests.world_urls import handler400, handler403, handler404, handler500, urlpatterns

__all__ = ["begin", "handler400", "handler403", "handler404", "handler500", "urlpatterns"]


def begin() -> None:
    """Called once before the first request."""
    world_urls.open_up()
    stop = threading.Event()
    threading.Thread(target=work, kwargs={"stop": stop}, daemon=True).start()
