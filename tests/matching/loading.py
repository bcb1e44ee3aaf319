"""The facts of an oracle's batch, put into the product's tables as they are: no verb is asked.

What the product's tables cannot hold is left out and told in `Held.left_out`, so that nothing is compared
that is not there.
"""

from tests.matching.held import Held
from tests.matching.journal import Journal
from tests.matching.people import People
from tests.matching.ties import Ties


class Loader(People, Ties, Journal):
    def load(self) -> Held:
        self.places()
        self.people()
        self.ties()
        self.no_images()
        self.permissions()
        self.homes()
        self.moments()
        self.talk()
        return self.held
