"""A Postfix of its own, on a high port: queue, settings and mailbox in its folder. It takes any address of exemple.fr; with a
certificate, by TLS alone."""
import email
import email.policy
import os
import pathlib
import pwd
import shutil
import socket
import subprocess
import tempfile
import time

import leaks
from essaim import free_port

MAIN = """
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
daemon_directory = /usr/lib/postfix/sbin
command_directory = /usr/sbin
maillog_file = {folder}/log
maillog_file_prefixes = {folder}
mail_owner = postfix
setgid_group = postdrop
myhostname = mail.exemple.fr
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
alias_maps =
alias_database =
virtual_mailbox_domains = exemple.fr
virtual_mailbox_base = {folder}/mail
virtual_mailbox_maps = static:box/
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
virtual_minimum_uid = 1
smtpd_relay_restrictions = permit_mynetworks, reject
notify_classes =
"""

TLS = """
smtpd_tls_cert_file = {certificate}
smtpd_tls_key_file = {key}
smtpd_tls_security_level = encrypt
smtpd_tls_loglevel = 1
"""

MASTER = """
127.0.0.1:{port} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
tlsmgr unix - - n 1000? 1 tlsmgr
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
proxywrite unix - - n - 1 proxymap
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
"""


class Postfix:
    def __init__(self, certificate=None):
        assert os.getuid() == 0, "Postfix starts as root, and gives its rights up by itself"
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="essaim-postfix."))
        self.folder.chmod(0o755)
        self.port = free_port()
        self.process = None
        user = pwd.getpwnam("postfix")
        places = {"folder": self.folder, "port": self.port, "uid": user.pw_uid, "gid": user.pw_gid}
        for name in ("queue", "data", "mail", "etc"):
            (self.folder / name).mkdir()
        for name in ("data", "mail"):
            os.chown(self.folder / name, user.pw_uid, user.pw_gid)
        main = MAIN.format(**places)
        if certificate:
            main += TLS.format(certificate=certificate[0], key=certificate[1])
        (self.folder / "etc" / "main.cf").write_text(main)
        (self.folder / "etc" / "master.cf").write_text(MASTER.format(**places))

    def start(self):
        with open(self.folder / "said", "ab") as said:
            self.process = subprocess.Popen(
                ["postfix", "-c", self.folder / "etc", "start-fg"], stdout=said, stderr=said, start_new_session=True)
        end = time.monotonic() + 30
        while not self.answers():
            assert self.process.poll() is None and time.monotonic() < end, self.words()
            time.sleep(0.1)
        return self

    def answers(self):
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=5) as line:
                return line.recv(100).startswith(b"220 mail.exemple.fr")
        except OSError:
            return False

    def words(self):
        return "".join(path.read_text() for name in ("said", "log") if (path := self.folder / name).exists())

    def letters(self):
        """What was delivered, in the order of the mailbox: each as a message and as its bytes."""
        box = self.folder / "mail" / "box" / "new"
        files = sorted(box.iterdir(), key=lambda path: path.stat().st_mtime_ns) if box.exists() else []
        return [(email.message_from_bytes(path.read_bytes(), policy=email.policy.default), path.read_bytes())
                for path in files]

    def to(self, address, count=1, seconds=30):
        """Those to this address, once there are so many."""
        end = time.monotonic() + seconds
        while len(found := [one for one in self.letters() if one[0]["to"] == address]) < count:
            assert time.monotonic() < end, f"no mail to {address}: {self.words()}"
            time.sleep(0.2)
        return found

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        leaks.letters(message for message, _ in self.letters())
        subprocess.run(["postfix", "-c", self.folder / "etc", "abort"], capture_output=True, timeout=30)
        self.process.wait(timeout=30)
        shutil.rmtree(self.folder, ignore_errors=True)
