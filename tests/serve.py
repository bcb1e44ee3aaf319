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
from importlib import import_module
from pathlib import Path

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

    server = ThreadedWSGIServer(("127.0.0.1", 0), Quiet)
    server.daemon_threads = True
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
