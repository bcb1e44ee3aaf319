"""The server: granian with one worker process and its threads, and background jobs in a process beside it.

Both are forked from a process that has loaded everything, so they share its memory. Both end when it does,
also where it was killed: each looks every second whether its parent is still there.
"""

import multiprocessing
import os
import signal
import socket
import threading
import time
from collections.abc import Callable
from importlib import import_module
from multiprocessing.process import BaseProcess
from typing import Any

from seren.doors.commands import rooms
from seren.doors.commands.telling import Trouble, warn

THREADS = 4
_GRACE = 20  # seconds a job may take to finish when the server is stopped


def need_free_port(host: str, port: int) -> None:
    """Raises Trouble where somebody listens there already: found before anything is made."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Granian shares its port with whoever else shares it, so a bind alone does not tell.
    with socket.socket(family) as caller:
        taken = caller.connect_ex((host, port)) == 0
    with socket.socket(family) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError:
            taken = True
    if taken:
        raise Trouble(f"Port {port} is in use. Choose another: --port N.")


def check() -> None:
    """What is wrong at the start: a view without a declared action, a bad rule pack."""
    from django.core import checks

    serious = [message for message in checks.run_checks() if message.is_serious()]
    if serious:
        raise Trouble("\n".join(["Seren cannot start:", *(f"  {message}" for message in serious)]))


def serve(host: str, port: int, *, jobs: bool, ready: Callable[[], None]) -> int:
    """Serve until stopped. `ready` is called once the port listens."""
    from django.db import connections
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    need_free_port(host, port)
    check()
    connections.close_all()
    worker = _Jobs() if jobs and rooms.exists(rooms.JOBS) else None
    server = Granian(
        f"{__name__}:application_of_worker",
        factory=True,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        backpressure=THREADS * 16,
        respawn_failed_workers=True,
        workers_kill_timeout=_GRACE,
        websockets=False,
        log_level=LogLevels.error,
        log_access=False,  # an access log is a record of who looked at what: the audit keeps that
    )
    server.on_startup(ready)
    try:
        server.serve()
    finally:
        if worker:
            worker.stop()
    return 0


def application_of_worker() -> Any:
    """The WSGI application, made in granian's worker."""
    _end_with_parent()
    from seren.config.wsgi import application

    return application


class _Jobs:
    """The process of background jobs. One that dies is started again, each time a little later."""

    def __init__(self) -> None:
        self._stopping = threading.Event()
        self._process = self._start(None)
        threading.Thread(target=self._watch, daemon=True).start()

    def stop(self) -> None:
        self._stopping.set()
        self._process.terminate()
        self._process.join(_GRACE)
        self._process.kill()

    def _start(self, method: str | None) -> BaseProcess:
        context: Any = multiprocessing.get_context(method)
        process: BaseProcess = context.Process(target=run_jobs, name="seren-jobs")
        process.start()
        return process

    def _watch(self) -> None:
        pause = 1
        while True:
            self._process.join()
            if self._stopping.wait(pause):
                return
            warn("Background jobs ended by themselves and are started again.")
            pause = min(pause * 2, 60)
            # By now this process has threads of the server's: forking it again would not be safe.
            self._process = self._start("spawn")


def run_jobs() -> None:
    """Background jobs until SIGTERM: the one in hand is finished first."""
    import django
    from django.apps import apps

    if not apps.ready:  # a spawned process begins from nothing
        django.setup()
    stop = threading.Event()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches us too; the parent decides
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    _end_with_parent()
    work(stop=stop)


def work(*, stop: threading.Event, once: bool = False) -> None:
    """The queue's loop; the audit's sealer is one of its ticks."""
    queue: Any = import_module(rooms.JOBS)
    queue.work(once=once, stop=stop)


def _end_with_parent() -> None:
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(_GRACE)
        os._exit(1)

    if parent > 1:
        threading.Thread(target=watch, daemon=True).start()
