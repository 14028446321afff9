"""A storage that behaves as the bucket of the path says. Says its port on a line, then each call on a line; ends when its
standard input does."""
import http.server, os, sys, threading

ERROR = "<Error><Code>%s</Code><Message>hunter2</Message></Error>"
CODES = {"403": "AccessDenied", "301": "PermanentRedirect", "404": "NoSuchBucket", "500": "InternalError",
         "503": "SlowDown", "200": "InternalError"}
RANGED = {
    # Bytes 4-7 are asked for.
    "more": (206, "bytes 4-7/100", b"y" * 5),
    "much-more": (206, "bytes 4-7/100", b"y" * 100_000),
    "less": (206, "bytes 4-7/100", b"yyy"),
    "shorter": (206, "bytes 4-6/100", b"yyy"),
    "shifted": (206, "bytes 5-8/100", b"yyyy"),
    "whole": (200, None, b"y" * 100),
    "unsaid": (206, None, b"yyyy"),
    "unknown": (206, "bytes 4-7/*", b"yyyy"),
    "end": (206, "bytes 4-5/6", b"yy"),
}
calls = {}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def serve(self):
        bucket = self.path.split("/")[1].split("?")[0]
        calls[bucket] = calls.get(bucket, 0) + 1
        print(f"{self.command} {self.path}", flush=True)
        if bucket == "unread":
            threading.Event().wait()
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if bucket in RANGED:
            status, given, body = RANGED[bucket]
            self.answer(status, body, **({"Content_Range": given} if given else {}))
        elif bucket == "silent" or bucket == "first-silent" and calls[bucket] == 1:
            threading.Event().wait()
        elif bucket == "garbage":
            self.wfile.write(b"\x00\x01\x02 what?\r\n\r\n")
        elif bucket == "hang-up":
            self.close_connection = True
        elif bucket == "cut":
            self.wfile.write(b"HTTP/1.1 206 Partial\r\nContent-Range: bytes 4-7/100\r\nContent-Length: 4\r\n\r\nyy")
            self.close_connection = True
        elif bucket == "endless":
            self.wfile.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
            while True:
                self.wfile.write(b"<a>" * 8192)
        elif bucket == "third-time" and calls[bucket] < 3:
            self.answer(503, (ERROR % "SlowDown").encode())
        elif bucket.startswith("says-"):
            status = bucket[5:]
            self.answer(int(status), (ERROR % CODES[status]).encode() if status in CODES else b"")
        elif bucket == "page":
            self.answer(200, b"<!DOCTYPE html><html><body>Bienvenue</body></html>", Content_Type="text/html")
        elif bucket == "bare-etag":
            self.answer(200, ETag='""')
        else:
            self.answer(206 if self.command == "GET" else 200, b"yyyy", ETag='"abc"', Content_Range="bytes 4-7/100")

    do_GET = do_HEAD = do_PUT = do_DELETE = serve

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass


server = Server(("127.0.0.1", 0), Handler)
print(server.server_address[1], flush=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.stdin.read()
os._exit(0)
