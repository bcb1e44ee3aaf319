from django.apps import AppConfig


class FamiliesConfig(AppConfig):
    name = "seren.people.families"
    label = "families"

    def ready(self) -> None:
        from seren.foundation.deadlines.door import register
        from seren.foundation.drafts.door import declare
        from seren.foundation.media.door import register_keeping
        from seren.foundation.ui.door import register_places
        from seren.people.families import notices, policies, promises, queries  # noqa: F401  (declare)
        from seren.people.families.domain.clocks import CAUTION, RELEASE
        from seren.people.families.forms import chasing
        from seren.people.families.queries.own import own_children_of
        from seren.people.families.views.places import of_the_family, on_the_desk
        from seren.people.guarding.queries import register_own
        from seren.people.provision.queries.rooms import register_kept_in

        declare(chasing.DRAFT, fields=chasing.KEPT)
        register_own(own_children_of)
        register(CAUTION)
        register(RELEASE)
        register_keeping(queries.picture_version)
        register_kept_in(queries.names_in_room)
        register_places("desk", on_the_desk)
        register_places("family", of_the_family)
