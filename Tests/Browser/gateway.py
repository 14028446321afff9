"""An SMS gateway of this machine: keeps what it is asked to send, and answers as it is told to."""
import http.server
import json
import threading
import time

import leaks


class Gateway:
    def __init__(self):
        self.messages = []
        self.tried = 0
        self.status = 200
        gateway = self

        class Door(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                gateway.tried += 1
                if gateway.status == 200:
                    leaks.LETTERS.add(path := leaks.FOLDER / f"message-{id(gateway)}-{gateway.tried}")
                    path.write_text(body["text"])
                    gateway.messages.append((self.headers["Authorization"], body["to"], body["text"]))
                self.send_response(gateway.status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Door)
        self.port = self.server.server_port

    def settings(self, folder):
        """What the server is told of it; the key stands in a file."""
        key = folder / "sms.key"
        key.write_text("une-cle\n")
        return {
            "ESSAIM_SMS_URL": f"http://127.0.0.1:{self.port}/send", "ESSAIM_SMS_SECRET_FILE": str(key),
            "ESSAIM_SMS_HEADERS": "Authorization: Bearer {secret}", "ESSAIM_SMS_BODY": '{"to":"{to}","text":"{text}"}'}

    def wait(self, what, seconds=30):
        """Until `what` of this gateway is true, and then that."""
        end = time.monotonic() + seconds
        while not (found := what(self)):
            assert time.monotonic() < end, (self.tried, self.messages)
            time.sleep(0.1)
        return found

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
