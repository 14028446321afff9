"""HTTP/2 written by hand (RFC 9113, RFC 7541): a library would not send what is not allowed."""
import ssl
import time

import wire

DATA, HEADERS, RST_STREAM, SETTINGS, GOAWAY, WINDOW_UPDATE = 0, 1, 3, 4, 7, 8
END_STREAM, END_HEADERS, ACK = 0x1, 0x4, 0x1
PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
# No table that an answer's fields could be kept in, so that each is said in full; no push.
OURS = b"\x00\x01\x00\x00\x00\x00" b"\x00\x02\x00\x00\x00\x00"
# RFC 7541, appendix A: what the indices 8 to 14 stand for; appendix B: digits, by five bits or six.
STATUSES = (200, 204, 206, 304, 400, 404, 500)
DIGITS = {f"{digit:05b}": str(digit) for digit in range(3)}
DIGITS |= {f"{22 + digit:06b}": str(digit) for digit in range(3, 10)}


def frame(kind, flags, stream, payload=b""):
    return len(payload).to_bytes(3, "big") + bytes((kind, flags)) + stream.to_bytes(4, "big") + payload


def number(value, bits, first=0):
    """RFC 7541, 5.1."""
    most = (1 << bits) - 1
    if value < most:
        return bytes((first | value,))
    said, value = [first | most], value - most
    while value >= 128:
        said.append(value % 128 + 128)
        value //= 128
    return bytes((*said, value))


def block(fields):
    """Each name and value as it stands, kept in no table."""
    texts = [text.encode("latin-1") for pair in fields for text in pair]
    words = [number(len(text), 7) + text for text in texts]
    return b"".join(b"\x00" + name + value for name, value in zip(words[::2], words[1::2]))


def status(fields):
    """The first field of an answer."""
    while fields[0] & 0xE0 == 0x20:
        fields = fields[1:]
    if fields[0] & 0x80:
        return STATUSES[(fields[0] & 0x7F) - 8]
    assert fields[0] in (0x08, 0x18, 0x48), fields[:8]
    value = fields[2:2 + (fields[1] & 0x7F)]
    if not fields[1] & 0x80:
        return int(value)
    bits, digits = "".join(f"{byte:08b}" for byte in value), ""
    while len(digits) < 3:
        size = 5 if bits[:5] in DIGITS else 6
        digits, bits = digits + DIGITS[bits[:size]], bits[size:]
    return int(digits)


class Connection:
    """`answers`: by stream, its status or `reset`; `resets`: the streams that the server ended, answered or not.
    `window`: bytes of each answer that may come before more are asked for, where it is not the usual 65,535."""

    def __init__(self, port, name, trust, window=None):
        trust.set_alpn_protocols(["h2"])
        self.wire = trust.wrap_socket(wire.connect(port), server_hostname=name)
        assert self.wire.selected_alpn_protocol() == "h2"
        self.heard, self.answers, self.resets, self.is_closed = b"", {}, set(), False
        narrow = b"" if window is None else b"\x00\x04" + window.to_bytes(4, "big")
        self.say(PREFACE + frame(SETTINGS, 0, 0, OURS + narrow))

    def say(self, data):
        try:
            self.wire.sendall(data)
        except OSError:
            self.is_closed = True

    def ask(self, stream, fields, pieces=(), trailers=None):
        """Each of `pieces` is a frame of the body; the last frame ends the stream."""
        last = END_STREAM if not pieces and trailers is None else 0
        said = frame(HEADERS, END_HEADERS | last, stream, block(fields))
        for place, piece in enumerate(pieces, 1):
            said += frame(DATA, END_STREAM if place == len(pieces) and trailers is None else 0, stream, piece)
        if trailers is not None:
            said += frame(HEADERS, END_HEADERS | END_STREAM, stream, block(trailers))
        self.say(said)

    def hear(self, streams, patience=wire.PATIENCE):
        """Until these streams are answered, or the connection has ended."""
        end = time.monotonic() + patience
        while not self.is_closed and not set(streams) <= set(self.answers) and time.monotonic() < end:
            try:
                piece = self.wire.recv(65536)
            except TimeoutError:
                break
            except (OSError, ssl.SSLError):
                piece = b""
            self.is_closed = not piece
            self.heard += piece
            self.read()
        return self.answers

    def read(self):
        while len(self.heard) >= 9 and len(self.heard) >= 9 + (size := int.from_bytes(self.heard[:3], "big")):
            kind, flags, stream = self.heard[3], self.heard[4], int.from_bytes(self.heard[5:9], "big")
            payload, self.heard = self.heard[9:9 + size], self.heard[9 + size:]
            if kind == SETTINGS and not flags & ACK:
                self.say(frame(SETTINGS, ACK, 0))
            elif kind == HEADERS:
                self.answers.setdefault(stream, status(payload))
            elif kind == RST_STREAM:
                self.answers.setdefault(stream, "reset")
                self.resets.add(stream)
            elif kind == GOAWAY:
                self.is_closed = True

    def close(self):
        self.wire.close()
