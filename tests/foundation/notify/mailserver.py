"""A mail server of our own on the loopback: takes letters, and refuses them in the words a test gives it."""

import contextlib
import socketserver
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage


@dataclass
class Taken:
    """One letter as it came: the envelope, and the bytes."""

    sender: str
    recipients: list[str]
    raw: bytes

    @property
    def message(self) -> EmailMessage:
        return message_from_bytes(self.raw, policy=policy.default)

    def text(self, kind: str = "plain") -> str:
        return self.message.get_body((kind,)).get_content()


@dataclass
class Server:
    """`says` maps RCPT or DATA to the answers to give before all is well again."""

    port: int = 0
    taken: list[Taken] = field(default_factory=list)
    says: dict[str, list[str]] = field(default_factory=dict)
    heard: list[str] = field(default_factory=list)
    before_answer: Callable[[], None] = lambda: None

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"


class _Talk(socketserver.StreamRequestHandler):
    house: Server

    def handle(self) -> None:
        self._say("220 ready")
        self.recipients: list[str] = []
        self.sender = ""
        while line := self.rfile.readline():
            verb = line[:4].upper().decode()
            self.house.heard.append(line.decode().strip())
            if not self._answer(verb, line.decode().strip()):
                return

    def _answer(self, verb: str, line: str) -> bool:
        given = self.house.says.get(verb)
        if given:
            self._say(given.pop(0))
            return True
        if verb == "MAIL":
            self.sender = line.partition("<")[2].partition(">")[0]
        elif verb == "RCPT":
            self.recipients.append(line.partition("<")[2].partition(">")[0])
        elif verb == "DATA":
            self._take()
            return True
        self._say("221 bye" if verb == "QUIT" else "250 ok")
        return verb != "QUIT"

    def _take(self) -> None:
        self._say("354 go on")
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line.removeprefix(b"."))
        self.house.taken.append(Taken(self.sender, self.recipients, b"".join(lines)))
        self.house.before_answer()
        after = self.house.says.get("BODY")
        self._say(after.pop(0) if after else "250 taken")

    def _say(self, words: str) -> None:
        with contextlib.suppress(OSError):
            self.wfile.write(f"{words}\r\n".encode())


@contextlib.contextmanager
def mail_server() -> Iterator[Server]:
    house = Server()
    talk = type("Talk", (_Talk,), {"house": house})
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), talk) as server:
        server.daemon_threads = True
        house.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield house
        finally:
            server.shutdown()
            thread.join()
