"""A PostgreSQL to stop, to start again and to mis-set; the one that all tests share stays as it is."""
import os
import pathlib
import pwd
import shutil
import signal
import subprocess
import tempfile
import time

from essaim import environment, free_port
from postgres import address_of, psql


class PrivatePostgres:
    """On TCP with passwords (SCRAM); `admin` is the superuser's trusted door, a Unix socket in its folder."""

    password = "un-mot-de-passe-que-personne-ne-doit-lire"

    def __init__(self):
        shelf = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="essaim-private.", dir=shelf))
        self.port = free_port()
        self.process = None
        self.admin = f"postgresql://essaim@/postgres?host={self.folder}&port={self.port}"
        self.bin = pathlib.Path(self.binaries())
        # PostgreSQL refuses to run as root. It goes with this process, however that ends: --pdeathsig.
        self.owner = ["setpriv", "--pdeathsig", "QUIT"]
        if os.getuid() == 0:
            user = self.user()
            os.chown(self.folder, user.pw_uid, user.pw_gid)
            self.owner += [f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--init-groups"]
        self.make()

    def make(self):
        self.command(
            "initdb", "--pgdata=data", "--username=essaim", "--auth-local=trust", "--auth-host=scram-sha-256",
            "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums", "--no-sync")

    def address(self, database="postgres", password=None):
        return f"postgresql://essaim:{password or self.password}@127.0.0.1:{self.port}/{database}"

    def start(self, **settings):
        """Starts, or starts again, with these settings; the superuser's password is set each time, a standby's comes
        from its primary."""
        self.stop()
        options = {
            "port": self.port, "listen_addresses": "127.0.0.1", "unix_socket_directories": self.folder,
            "max_connections": 100} | settings
        arguments = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
        end = time.monotonic() + 30
        self.launch(arguments)
        while subprocess.run([self.bin / "pg_isready", "-q", "-d", self.admin]).returncode != 0:
            assert time.monotonic() < end, (self.folder / "log").read_text()
            if self.process.poll() is not None:
                # A backend may outlive its postmaster by a moment and still hold the shared memory: PostgreSQL then
                # refuses to start ("pre-existing shared memory block is still in use").
                self.launch(arguments)
            time.sleep(0.05)
        if psql(self.admin, "SELECT pg_is_in_recovery()") == [["f"]]:
            psql(self.admin, f"ALTER ROLE essaim PASSWORD '{self.password}'")
        return self

    def launch(self, arguments):
        with open(self.folder / "log", "ab") as log:
            self.process = subprocess.Popen(
                [*self.owner, self.bin / "postgres", "-D", "data", *arguments], cwd=self.folder, stdout=log, stderr=log)

    def copy(self, address, name):
        """A database of another server, copied to this one; its address here."""
        psql(self.admin, f"CREATE DATABASE {name}")
        dump = subprocess.run(["pg_dump", address], capture_output=True, text=True, check=True, env=environment())
        target = address_of(name, self.admin)
        subprocess.run(
            ["psql", "-Xq", "-v", "ON_ERROR_STOP=1", target], input=dump.stdout, stdout=subprocess.DEVNULL, text=True,
            check=True, env=environment())
        return self.address(name)

    def stop(self):
        """As by a crash (SIGQUIT, immediate): clients are cut off."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGQUIT)
            self.process.wait(timeout=30)

    def kill(self):
        """As by a power cut: kill -9 of every process at once; what they had not written is lost."""
        # A child that outlived the postmaster would still answer: all are frozen before the first one ends.
        self.process.send_signal(signal.SIGSTOP)
        leader = self.process.pid
        children = [int(one) for one in pathlib.Path(f"/proc/{leader}/task/{leader}/children").read_text().split()]
        for number in (signal.SIGSTOP, signal.SIGKILL):
            for process in (*children, leader):
                os.kill(process, number)
        self.process.wait(timeout=30)
        self.sweep()

    def sweep(self):
        """Gives back the kernel's segment that a killed server leaves: the number after its key in the lock file
        (PostgreSQL 15, `AddToDataDirLockFile(LOCK_FILE_LINE_SHMEM_KEY)`)."""
        lines = (self.folder / "data" / "postmaster.pid").read_text().splitlines()
        subprocess.run(["ipcrm", "--shmem-id", lines[6].split()[1]], check=True)

    def remove(self):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def command(self, name, *arguments):
        said = subprocess.run(
            [*self.owner, self.bin / name, *arguments], cwd=self.folder, capture_output=True, text=True)
        assert said.returncode == 0, said.stdout + said.stderr

    @staticmethod
    def user():
        try:
            return pwd.getpwnam("postgres")
        except KeyError:
            return pwd.getpwnam("nobody")

    @staticmethod
    def binaries():
        """The client's libpq may be newer than the server's package: then the newest server's, as in with-postgres."""
        named = subprocess.run(["pg_config", "--bindir"], capture_output=True, text=True).stdout.strip()
        if (pathlib.Path(named) / "initdb").exists():
            return named
        return max(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
