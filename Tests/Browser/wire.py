"""Bytes on a socket, as no browser sends them, and what came back, read strictly."""
import contextlib
import socket
import time
import typing

# How long a server that owes nothing more is listened to before it counts as silent.
PATIENCE = 3


class Reply(typing.NamedTuple):
    status: int
    headers: dict
    body: bytes


class Said(typing.NamedTuple):
    """All that a server said on one connection, and whether it then hung up by itself."""
    replies: list
    is_closed: bool

    @property
    def statuses(self):
        return tuple(reply.status for reply in self.replies)


def connect(port, timeout=PATIENCE):
    return socket.create_connection(("127.0.0.1", port), timeout=timeout)


def send(wire, data):
    """What a server no longer wants to read is not sent to the end."""
    with contextlib.suppress(ConnectionError):
        wire.sendall(data)


def listen(wire, patience=PATIENCE):
    """The bytes until the other end hangs up, and whether it did."""
    heard, end = b"", time.monotonic() + patience
    while (left := end - time.monotonic()) > 0:
        wire.settimeout(left)
        try:
            piece = wire.recv(65536)
        except ConnectionResetError:
            return heard, True
        except TimeoutError:
            break
        if not piece:
            return heard, True
        heard += piece
    return heard, False


def say(port, data, patience=PATIENCE, is_head=False):
    """Says this on a connection of its own and hears the server to the end. `is_head`: the first answer has no body."""
    with connect(port) as wire:
        send(wire, data)
        heard, is_closed = listen(wire, patience)
    return Said(replies(heard, is_head), is_closed)


def replies(heard, is_head=False):
    """Every byte belongs to one answer: whatever is left over is itself a fault."""
    found = []
    while heard:
        head, end, heard = heard.partition(b"\r\n\r\n")
        assert end, f"half an answer: {head[:200]!r}"
        line, *fields = head.decode("latin-1").split("\r\n")
        version, status, _ = line.split(" ", 2)
        assert version == "HTTP/1.1" and len(status) == 3 and status.isdigit(), line
        headers = {}
        for field in fields:
            name, colon, value = field.partition(":")
            assert colon and name == name.strip(), field
            # Only a cookie may be set more than once.
            assert name.lower() not in headers or name.lower() == "set-cookie", field
            headers[name.lower()] = value.strip()
        assert "transfer-encoding" not in headers, "these answers say their length"
        is_bare = int(status) < 200 or int(status) in (204, 304) or (is_head and not found)
        length = 0 if is_bare else int(headers["content-length"])
        assert len(heard) >= length, f"{line}: {len(heard)} bytes of {length}"
        if int(status) >= 200:
            found.append(Reply(int(status), headers, heard[:length]))
        heard = heard[length:]
    return found


def health(port):
    """Status of /health on a new connection, and in how many seconds."""
    start = time.monotonic()
    said = say(port, f"GET /health HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n".encode())
    return said.statuses, time.monotonic() - start
