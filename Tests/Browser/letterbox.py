"""A mail server of this machine that keeps what it is given."""
import email
import email.policy
import time

from aiosmtpd.controller import Controller

import leaks
from essaim import free_port


class Letterbox:
    def __init__(self):
        self.port = free_port()
        self.letters = []
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)

    async def handle_DATA(self, server, session, envelope):
        letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
        self.letters.append((envelope.rcpt_tos, letter, envelope.content))
        return "250 kept"

    def to(self, address, count=1, seconds=20):
        """Those to this address, oldest first, once there are so many: each as a message and as its bytes."""
        end = time.monotonic() + seconds
        while len(found := [(letter, raw) for to, letter, raw in self.letters if to == [address]]) < count:
            assert time.monotonic() < end, f"no mail to {address}: {[to for to, _, _ in self.letters]}"
            time.sleep(0.1)
        return found

    def __enter__(self):
        self.controller.start()
        return self

    def __exit__(self, *_):
        self.controller.stop()
        leaks.letters(letter for _, letter, _ in self.letters)
