"""The desk of a request, for the views of every room that has pages there."""

from seren.foundation.access.door import Actor, NotThere
from seren.foundation.ui.door import Once
from seren.people.provision.queries.desk import Desk, desk_of, wished_setting


class AtDesk(Once):
    """Mixed into views. The desk is asked of each request: roles end while pages are open."""

    def desk(self, actor: Actor) -> Desk:
        return self.once("desk", lambda: desk_of(actor, wished_setting(self.request)))

    def desk_to_run(self, actor: Actor) -> Desk:
        """Raises NotThere where this actor may look, not act."""
        desk = self.desk(actor)
        if not desk.runs:
            raise NotThere("may look, not act")
        return desk
