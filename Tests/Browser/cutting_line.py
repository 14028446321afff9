"""A line between a browser and a server that is cut in the middle of what is sent, where the network does it."""
import contextlib
import socket
import threading

from essaim import free_port


class CuttingLine:
    """Carries TCP to `target`; `cut_after` bytes sent from now on, both ends are reset, once."""

    def __init__(self):
        self.port = free_port()
        self.base = f"http://localhost:{self.port}"
        self.target = None
        self.budget = None
        self.cuts = 0
        self.lock = threading.Lock()
        self.listener = socket.create_server(("127.0.0.1", self.port))

    def start(self, target):
        self.target = target
        threading.Thread(target=self.listen, daemon=True).start()
        return self

    def cut_after(self, count):
        with self.lock:
            self.budget = count

    def listen(self):
        with contextlib.suppress(OSError):
            while True:
                near, _ = self.listener.accept()
                far = socket.create_connection(("127.0.0.1", self.target))
                threading.Thread(target=self.carry, args=(near, far, True), daemon=True).start()
                threading.Thread(target=self.carry, args=(far, near, False), daemon=True).start()

    def carry(self, source, sink, is_sent):
        with contextlib.suppress(OSError):
            while data := source.recv(16384):
                if is_sent and not self.allows(len(data)):
                    break
                sink.sendall(data)
        for end in (source, sink):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def allows(self, count):
        with self.lock:
            if self.budget is None:
                return True
            self.budget -= count
            if self.budget > 0:
                return True
            self.budget = None
            self.cuts += 1
            return False

    def close(self):
        self.listener.close()
