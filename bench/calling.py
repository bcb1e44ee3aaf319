"""The application called as a server calls it, without a socket; and a world for it to serve."""

import gc
import os
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from typing import Any, Literal

Answer = tuple[int, bytes]


def made_elsewhere(folder: str, who: str, *, small: bool) -> str:
    """A world built by another process, and this one ready to serve it. Gives somebody's cookie.

    Who builds a world is left with a memory in shreds, in which every page is slower. No server builds one.
    """
    size = "small" if small else "lived-in"
    command = [sys.executable, "-m", "bench.calling", folder, who, size]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    _settle(folder)
    return told.split()[-1]


def made(folder: str, *, small: bool) -> Any:
    """Builds a world in an empty database, in this process. Once in a process."""
    _settle(folder)
    from django.conf import settings

    settings.STRICT_SECTIONS = False
    from django.core.management import call_command

    from seren.doors import demo
    from seren.foundation.kernel import clock
    from seren.foundation.kernel.models import Installation

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    now = clock.now()
    row = {"kind": "demo", "made_at": now, "fingerprint": ""}
    Installation.objects.update_or_create(id=1, defaults=row)
    size: Literal["small", "lived-in"] = "small" if small else "lived-in"
    world = demo.build(size, clock.day_of(now), 1)
    settings.STRICT_SECTIONS = True
    gc.collect()
    gc.freeze()  # a server has not built a world: what that left behind is no garbage of a page
    return world


def _settle(folder: str) -> None:
    """Settings of its own: a database, keys and pictures in this folder."""
    os.environ["SEREN_TEST_DATA"] = folder
    os.environ["DJANGO_SETTINGS_MODULE"] = "seren.config.settings.test"
    import django
    from django.conf import settings

    settings.ALLOWED_HOSTS = ["*"]
    django.setup()


def cookie_of(world: Any, who: str) -> str:
    """Somebody signed in: what their browser sends."""
    from django.conf import settings
    from django.test import Client, override_settings

    from tests.world import sign_in

    with override_settings(STRICT_SECTIONS=False):
        client = sign_in(Client(), world, who)
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"


def caller(middleware: list[str] | None = None) -> Callable[[str, str], Answer]:
    """From a path and a cookie to status and body, through these middlewares or all."""
    from django.conf import settings
    from django.core.handlers.wsgi import WSGIHandler
    from django.test import override_settings

    with override_settings(MIDDLEWARE=middleware or settings.MIDDLEWARE):
        handler = WSGIHandler()

    def call(path: str, cookie: str) -> Answer:
        status: list[str] = []

        def started(said: str, _headers: Any, _fault: Any = None, /) -> Any:
            status.append(said)

        path, _, query = path.partition("?")
        environ = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "HTTP_HOST": "localhost",
            "HTTP_COOKIE": cookie,
            "wsgi.input": BytesIO(),
            "wsgi.url_scheme": "http",
        }
        answer: Any = handler(environ, started)
        body = b"".join(answer)
        answer.close()
        return int(status[0].split()[0]), body

    return call


if __name__ == "__main__":
    place, somebody, extent = sys.argv[1:]
    print(cookie_of(made(place, small=extent == "small"), somebody))
