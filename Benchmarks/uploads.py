"""Many files sent at once to one server: how long, and how much memory it takes meanwhile.

    ESSAIM_BIN=… python Benchmarks/uploads.py [uploads] [megabytes each]

The ceiling of the same run is the disk alone: the same bytes written to one file and synced. The files are of no type that
is taken, so that sending alone is measured: each ends in a refusal (422).
"""
import collections
import os
import pathlib
import secrets
import selectors
import socket
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "Tests" / "Browser"))

from demands import sent_demand  # noqa: E402
from essaim import Essaim, fill  # noqa: E402
from visitor import Visitor  # noqa: E402

BLOCK = b"\x01\x02\x03\x04" + os.urandom((1 << 20) - 4)


def memory(process, what):
    """Megabytes, as the kernel counts them."""
    with open(f"/proc/{process.pid}/status") as status:
        return int(next(line for line in status if line.startswith(what)).split()[1]) // 1024


def disk(folder, megabytes):
    """Seconds to write as much to one file and sync it."""
    start = time.monotonic()
    with open(folder / "ceiling", "wb") as file:
        for _ in range(megabytes):
            file.write(BLOCK)
        file.flush()
        os.fsync(file.fileno())
    seconds = time.monotonic() - start
    (folder / "ceiling").unlink()
    return seconds


def send(visitor, demand, csrf, uploads, size):
    """All at once, a piece to whichever line takes one; the statuses."""
    lines, answers = selectors.DefaultSelector(), []
    for _ in range(uploads):
        line = socket.create_connection(("127.0.0.1", int(visitor.base.rsplit(":", 1)[1])))
        said = visitor.headers() | {
            "X-Essaim-Token": csrf, "X-Essaim-Slot": "other", "X-Essaim-Name": "a.bin", "Upload-Offset": "0",
            "Upload-Length": str(size), "Content-Length": str(size), "Content-Type": "application/octet-stream"}
        head = "".join(f"{name}: {value}\r\n" for name, value in said.items())
        line.sendall(
            f"PUT /demandes/{demand}/depots/{secrets.token_hex(16)} HTTP/1.1\r\n{head}\r\n".encode())
        line.setblocking(False)
        lines.register(line, selectors.EVENT_READ | selectors.EVENT_WRITE, {"sent": 0, "answer": b""})
    while len(answers) < uploads:
        for key, ready in lines.select(1):
            line, state = key.fileobj, key.data
            if ready & selectors.EVENT_READ:
                state["answer"] += line.recv(65_536)
                if b"\r\n\r\n" in state["answer"] or not state["answer"]:
                    answers.append(state["answer"].split(b" ", 2)[1:2])
                    lines.unregister(line)
                    line.close()
                    continue
            if ready & selectors.EVENT_WRITE and state["sent"] < size:
                at = state["sent"] % len(BLOCK)
                try:
                    state["sent"] += line.send(BLOCK[at:at + min(65_536, size - state["sent"])])
                except BlockingIOError:
                    pass
                if state["sent"] == size:
                    lines.modify(line, selectors.EVENT_READ, state)
    return collections.Counter(b"".join(answer).decode() for answer in answers)


def main(uploads=200, megabytes=50):
    with tempfile.TemporaryDirectory(dir=".") as folder:
        data = pathlib.Path(folder).resolve() / "data"
        fill(data)
        ceiling = disk(data, uploads * megabytes)
        essaim = Essaim(data).start()
        try:
            asker = Visitor(essaim.base)
            asker.enter("Médecin")
            demand = sent_demand(asker, "Banc d’essai")
            csrf = asker.get(f"/demandes/{demand}").form(f"/demandes/{demand}/photos")["_csrf"]
            before, start = memory(essaim.process, "VmRSS"), time.monotonic()
            answers = send(asker, demand, csrf, uploads, megabytes << 20)
            seconds = time.monotonic() - start
            print(f"{uploads} uploads of {megabytes} MB at once: {seconds:.0f} s, {uploads * megabytes / seconds:.0f} MB/s, "
                  f"{ceiling / seconds:.2f} of the disk alone ({ceiling:.0f} s)")
            print(f"memory: {before} MB before, {memory(essaim.process, 'VmHWM')} MB at most; answers {dict(answers)}")
        finally:
            essaim.close()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
