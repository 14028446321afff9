"""A real nginx before several servers: what one does not answer, another does."""
import getpass
import os
import pathlib
import shutil
import socket
import subprocess
import time

from essaim import free_port

# A form sent again to another server bears its key: it is done once (`non_idempotent`). A server that is away is asked
# again each time (`max_fails=0`): a refused connection costs nothing here, and it is back as soon as it answers.
CONFIGURATION = """
daemon off;
worker_processes 1;
pid {folder}/pid;
error_log {folder}/error.log;
{user}
events {{ worker_connections 512; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    upstream essaim {{
        {servers}
        keepalive 16;
    }}
    server {{
        listen 127.0.0.1:{port};
        client_max_body_size 52m;
        location / {{
            proxy_pass http://essaim;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_set_header Host $http_host;
            proxy_next_upstream error timeout non_idempotent;
            proxy_connect_timeout 2s;
        }}
    }}
}}
"""


class Proxy:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.port = free_port()
        self.base = f"http://localhost:{self.port}"
        self.process = None

    def start(self, *ports):
        servers = "\n        ".join(f"server 127.0.0.1:{port} max_fails=0;" for port in ports)
        # As root the workers would be someone else, who cannot enter the folder.
        user = getpass.getuser()
        written = CONFIGURATION.format(
            folder=self.folder, port=self.port, servers=servers, user=f"user {user};" if user == "root" else "")
        (self.folder / "nginx.conf").write_text(written)
        nginx = shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin")
        assert nginx, "nginx is missing: scripts/system-packages test"
        self.process = subprocess.Popen(
            [nginx, "-p", self.folder, "-c", self.folder / "nginx.conf", "-e", self.folder / "error.log"])
        end = time.monotonic() + 10
        while not self.answers():
            assert self.process.poll() is None and time.monotonic() < end, (self.folder / "error.log").read_text()
            time.sleep(0.05)
        return self

    def answers(self):
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def stop(self):
        if self.process:
            self.process.terminate()
            self.process.wait(timeout=30)
