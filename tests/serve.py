"""The product in processes of their own, at the fixed instant, for tests that drive a browser.

`python -m tests.serve DIR` reads the product once, which takes three seconds, and then waits. Each line on
its standard input is an order in JSON: for a new one it forks, for {"stop": PID} it ends that one. It answers
each with a line. What it forks takes the SQLite database in the order's folder, calls a function once (it
fills the database), says its address, and serves until it is ended. DIR is for the waiting one alone.
The clock starts at the fixed instant and runs on, so that what waits ten seconds can be waited for.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
import threading
import traceback
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import Any

import time_machine

from tests.instant import NOW

ROOT = Path(__file__).resolve().parents[1]
_SETTINGS = "seren.config.settings.test"
_PATIENCE = 5  # seconds a server may take to end when it is asked to


def main(own: str) -> None:
    os.environ.pop("DATABASE_URL", None)
    os.environ["SEREN_TEST_DATA"] = own
    os.environ["DJANGO_SETTINGS_MODULE"] = _SETTINGS
    with time_machine.travel(NOW, tick=True):
        _read_the_product()
    gc.freeze()  # what all of them share is not walked through by each
    for line in sys.stdin:
        order = json.loads(line)
        answer = _end(order["stop"]) if "stop" in order else _fork(order)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def _read_the_product() -> None:
    import django

    django.setup()
    import_module("tests.world_urls")
    import_module("django.core.servers.basehttp")


def _fork(order: dict[str, Any]) -> dict[str, Any]:
    """Where it answers and by which id it ends. No address: its log in the folder says why."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        try:
            _be_one(order, writing)
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading) as said:
        return {"pid": pid, "url": said.readline().strip()}


def _end(pid: int) -> dict[str, Any]:
    os.kill(pid, signal.SIGTERM)
    late = threading.Timer(_PATIENCE, os.kill, [pid, signal.SIGKILL])
    late.start()
    os.waitpid(pid, 0)
    late.cancel()
    late.join()
    return {"ended": pid}


def _be_one(order: dict[str, Any], address: int) -> None:
    log = os.open(Path(order["data"]) / "serve.log", os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
    os.dup2(log, 1)
    os.dup2(log, 2)
    _end_with(os.getppid())
    try:
        with time_machine.travel(NOW, tick=True):
            _move_to(order)
            _serve(order["prepare"], address)
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
        raise


def _move_to(order: dict[str, Any]) -> None:
    """The settings are read again, for this folder and with these words in the environment."""
    from django.conf import Settings, settings
    from django.core.cache import caches
    from django.db import connections

    os.environ.update(order["environment"])
    os.environ["SEREN_TEST_DATA"] = order["data"]
    for name in [name for name in sys.modules if name.startswith("seren.config.settings.")]:
        del sys.modules[name]
    setattr(settings, "_wrapped", Settings(_SETTINGS))  # noqa: B010 - its types do not know it
    for kept in (connections, caches):  # they know the databases of the settings they met first
        kept.__dict__.clear()
        kept.__init__()  # type: ignore[misc]
    # Files straight from the source. They do not change while one serves, so each is asked for once: a
    # browser whose clock is a year ahead of ours asks for all else again, on every page.
    settings.WHITENOISE_USE_FINDERS = True
    settings.WHITENOISE_IMMUTABLE_FILE_TEST = "."
    if order["urls"]:
        settings.ROOT_URLCONF = order["urls"]


def _serve(prepare: str, address: int) -> None:
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
    os.write(address, f"http://127.0.0.1:{server.server_address[1]}\n".encode())
    os.close(address)
    server.serve_forever()


def _end_with(parent: int) -> None:
    """End when the waiting one ends; it does when the test run ends, however that ends."""

    def watch() -> None:
        pause = threading.Event()
        while os.getppid() == parent:
            pause.wait(1)
        os._exit(0)

    threading.Thread(target=watch, daemon=True).start()


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main(sys.argv[1])
