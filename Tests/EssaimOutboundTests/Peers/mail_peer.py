"""A small SMTP server. Argument: a JSON object {certificate, key, implicit, startTLS, login, replies: {command: reply}}.
Says its port on a line, then each mail as one line of JSON, read by Python's own parser of mail; ends with its input."""
import base64, email, email.policy, json, os, queue, socketserver, ssl, sys, threading

options = json.loads(sys.argv[1])
context = None
mails = queue.Queue()
if options.get("certificate"):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(options["certificate"], options["key"])


def described(session, raw):
    mail = email.message_from_bytes(raw, policy=email.policy.default)
    parts = [mail] if not mail.is_multipart() else list(mail.iter_parts())
    text = parts[0]
    return dict(session, headers=[[k, str(v)] for k, v in mail.items()], subject=mail["Subject"],
                sender=mail["From"].addresses[0].display_name, address=mail["From"].addresses[0].addr_spec,
                moment=int(mail["Date"].datetime.timestamp()), identifier=mail["Message-ID"],
                text=text.get_content().replace("\r\n", "\n"), longest=max(map(len, raw.split(b"\r\n"))),
                ascii=raw.isascii(), bare=raw.replace(b"\r\n", b"").count(b"\n") + raw.replace(b"\r\n", b"").count(b"\r"),
                defects=[str(d) for p in [mail] + parts for d in p.defects],
                files=[[p.get_filename(), p.get_content_type(), base64.b64encode(p.get_payload(decode=True)).decode()]
                       for p in parts[1:]])


class Session(socketserver.StreamRequestHandler):
    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")

    def listen(self):
        return self.rfile.readline().decode("latin-1").rstrip("\r\n")

    def secure(self):
        self.connection = context.wrap_socket(self.connection, server_side=True)
        self.rfile, self.wfile = self.connection.makefile("rb"), self.connection.makefile("wb", 0)

    def handle(self):
        try:
            self.converse()
        except OSError:
            pass

    def converse(self):
        said, replies, tls = {"login": None, "commands": []}, options.get("replies", {}), options.get("implicit", False)
        if tls:
            self.secure()
        self.say(replies.get("greeting", "220 peer"))
        while line := self.listen():
            verb = line.split(" ")[0].upper()
            said["commands"].append(line)
            if verb in replies and replies[verb] == "silent":
                threading.Event().wait()
            elif verb in replies:
                self.say(replies[verb])
            elif verb == "EHLO":
                lines = ["peer", "SIZE 99999999"]
                if options.get("startTLS") and not tls:
                    lines.append("STARTTLS")
                if options.get("login"):
                    lines.append("AUTH " + options["login"])
                for number, text in enumerate(lines):
                    self.say(("250 " if number == len(lines) - 1 else "250-") + text)
            elif verb == "STARTTLS":
                self.say("220 go")
                self.secure()
                tls = True
            elif verb == "AUTH":
                kind, _, first = line[5:].partition(" ")
                if kind == "LOGIN":
                    answers = [first] if first else []
                    while len(answers) < 2:
                        self.say("334 " + ("UGFzc3dvcmQ6" if answers else "VXNlcm5hbWU6"))
                        answers.append(self.listen())
                    said["login"] = [base64.b64decode(a).decode() for a in answers]
                else:
                    if not first:
                        self.say("334 ")
                        first = self.listen()
                    said["login"] = base64.b64decode(first).decode().split("\0")[1:]
                said["kind"] = kind
                self.say("235 in")
            elif verb == "DATA":
                self.say("354 go")
                raw = b""
                while (line := self.rfile.readline()) not in (b".\r\n", b""):
                    raw += line[1:] if line.startswith(b".") else line
                mails.put(json.dumps(described(dict(said, tls=tls), raw)))
                self.say(replies.get("message", "250 taken"))
            elif verb == "QUIT":
                return self.say("221 bye")
            else:
                self.say("250 ok")


def tell():
    """A pipe that nobody reads yet must not hold the conversation."""
    while True:
        print(mails.get(), flush=True)
        mails.task_done()


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    request_queue_size = 256


server = Server(("127.0.0.1", 0), Session)
print(server.server_address[1], flush=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
threading.Thread(target=tell, daemon=True).start()
sys.stdin.read()
mails.join()
os._exit(0)
