"""The product in a process of its own, at the fixed instant, for tests that drive a browser.

`python -m tests.serve DIR [--urls MODULE] [--prepare MODULE:FUNCTION]` takes the SQLite database in DIR,
calls the function once (it fills the database), prints one line with the address, and serves until it is
ended.
The clock starts at the fixed instant and runs on, so that what waits ten seconds can be waited for.
"""

from __future__ import annotations

import argparse
import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import Any

import time_machine

from tests.instant import NOW

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    parser.add_argument("--urls", default="")
    parser.add_argument("--prepare", default="")
    asked = parser.parse_args()

    os.environ.pop("DATABASE_URL", None)
    os.environ["SEREN_TEST_DATA"] = str(asked.data)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "seren.config.settings.test")
    _end_with(os.getppid())
    with time_machine.travel(NOW, tick=True):
        _serve(asked.urls, asked.prepare)


def _serve(urls: str, prepare: str) -> None:
    import django
    from django.conf import settings

    settings.WHITENOISE_USE_FINDERS = True
    settings.WHITENOISE_AUTOREFRESH = True  # files as they are in the source, nothing collected
    if urls:
        settings.ROOT_URLCONF = urls
    django.setup()

    from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
    from django.core.wsgi import get_wsgi_application

    if prepare:
        module, _, function = prepare.partition(":")
        getattr(import_module(module), function)()

    class Quiet(WSGIRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            """Nothing: the browser's own log is what tests read."""

    class Lasting(ThreadedWSGIServer):
        """Threads stay, as the product's do, with their connection and what they know of each query."""

        threads = ThreadPoolExecutor(64)  # a browser holds several connections, and each holds a thread

        def process_request(self, request: Any, client_address: Any) -> None:
            self.threads.submit(self.process_request_thread, request, client_address)

        def _close_connections(self) -> None:
            """Nothing: Django closes what is older than the settings say, before and after each request."""

    server = Lasting(("127.0.0.1", 0), Quiet)
    server.set_app(get_wsgi_application())
    sys.stdout.write(f"http://127.0.0.1:{server.server_address[1]}\n")
    sys.stdout.flush()
    server.serve_forever()


def _end_with(parent: int) -> None:
    """End when the test run ends, however it ends."""

    def watch() -> None:
        pause = threading.Event()
        while os.getppid() == parent:
            pause.wait(1)
        os._exit(0)

    threading.Thread(target=watch, daemon=True).start()


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
