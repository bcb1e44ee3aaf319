from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class WebConfig(AppConfig):
    name = "seren.doors.web"
    label = "web"

    def ready(self) -> None:
        from seren.doors.web import frame, hats, policies  # noqa: F401  (declares its actions)
        from seren.doors.web.desk.places import on_the_desk
        from seren.doors.web.matrix import checks  # noqa: F401  (stops the start where a rule gives more)
        from seren.doors.web.promises.places import our_promises
        from seren.foundation.ui.door import Place, register_frame, register_places, register_wearing
        from seren.people.accounts.policies import open_to_all

        register_frame(frame.around)
        register_places("desk", on_the_desk)
        register_places("desk", our_promises)
        register_wearing(hats.wears)
        register_places("family", lambda _request: [Place("/today/", _("Today"), "today", 10)])
        if settings.GALLERY:
            open_to_all("/gallery/")
        if settings.DEMO:
            open_to_all("/demo/")
