"""The live events of a server (text/event-stream), as someone's page hears them."""
import http.client
import queue
import socket
import threading
import time


class Listener:
    """Hears from the moment it is made: the server has answered by then."""

    def __init__(self, visitor, via=None):
        self.heard = queue.Queue()
        self.connection = visitor.connection(via, timeout=30)
        self.connection.request("GET", "/evenements", headers=visitor.headers() | {"Accept": "text/event-stream"})
        self.socket = self.connection.sock
        self.answer = self.connection.getresponse()
        assert self.answer.status == 200, self.answer.status
        assert self.answer.headers["Content-Type"].startswith("text/event-stream")
        self.thread = threading.Thread(target=self.hear, daemon=True)
        self.thread.start()

    def hear(self):
        """An event ends at an empty line; a line that begins with a colon is only a sign of life."""
        event = {}
        try:
            for line in self.answer:
                name, _, value = line.decode().rstrip("\r\n").partition(":")
                if name:
                    event[name] = value.removeprefix(" ")
                elif event:
                    self.heard.put(event)
                    event = {}
        except (OSError, ValueError, AttributeError, http.client.HTTPException):
            pass

    def next(self, kind, seconds):
        """The next event of a kind; None when the time is over."""
        end = time.monotonic() + seconds
        while True:
            try:
                event = self.heard.get(timeout=max(0, end - time.monotonic()))
            except queue.Empty:
                return None
            if event.get("event") == kind:
                return event

    def close(self):
        # Shut down, not only closed: the thread that reads holds it too.
        try:
            self.socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        self.thread.join(timeout=5)
        self.connection.close()
