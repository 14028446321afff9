"""An HTTP peer that behaves as its path says. Arguments: [certificate key [highest TLS version]].
Says its port on a line, then each connection; ends when its standard input does."""
import http.server, json, os, ssl, sys, threading

CHUNK = b"x" * 8192


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def serve(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        path = self.path.split("?")[0]
        if path == "/echo":
            said = {"method": self.command, "path": self.path, "body": list(body),
                    "headers": [[k, v] for k, v in self.headers.items()], "port": self.client_address[1]}
            self.answer(200, json.dumps(said).encode(), Content_Type="application/json", Set_Cookie="a=b")
        elif path == "/status":
            self.answer(int(self.path.split("?")[1]), b"no", WWW_Authenticate="Basic", Location="/echo")
        elif path == "/silent":
            threading.Event().wait()
        elif path == "/hang-up":
            self.close_connection = True
        elif path == "/cut":
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort")
            self.close_connection = True
        elif path == "/bytes":
            self.answer(200, b"y" * int(self.path.split("?")[1]))
        elif path == "/zipped":
            self.answer(200, b"\x1f\x8bnot opened", Content_Encoding="gzip")
        elif path == "/endless":
            self.wfile.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
            while True:
                self.wfile.write(CHUNK)
        elif path == "/endless-header":
            self.wfile.write(b"HTTP/1.1 200 OK\r\n")
            while True:
                self.wfile.write(b"X: " + CHUNK[:1000] + b"\r\n")
        elif path == "/drip":
            self.wfile.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
            while not threading.Event().wait(0.05):
                self.wfile.write(b"z")
        elif path == "/garbage":
            self.wfile.write(b"\x00\x01\x02 what?\r\n\r\n")
            self.close_connection = True

    do_GET = do_POST = do_PUT = serve

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256

    def get_request(self):
        connection, address = super().get_request()
        print("connection", flush=True)
        return connection, address

    def handle_error(self, *_):
        pass


server = Server(("127.0.0.1", 0), Handler)
if len(sys.argv) > 2:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.load_cert_chain(sys.argv[1], sys.argv[2])
    if len(sys.argv) > 3:
        context.minimum_version = ssl.TLSVersion.TLSv1
        context.maximum_version = ssl.TLSVersion[sys.argv[3]]
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
print(server.server_address[1], flush=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.stdin.read()
os._exit(0)
