"""A primary, a standby that has whatever the primary acknowledged, and the switch from one to the other: set as
docs/operations.md asks for (*Losing nothing at a switch*)."""
import time

from postgres import address_of, psql
from private_postgres import PrivatePostgres

# What a killed server leaves stays in its folder, not in the kernel.
MEMORY = {"dynamic_shared_memory_type": "mmap"}


class Standby(PrivatePostgres):
    """Follows its primary through the primary's Unix socket."""

    def __init__(self, primary):
        self.primary = primary
        super().__init__()

    def make(self):
        self.command(
            "pg_basebackup", "--pgdata=data", f"--dbname={self.primary.admin}", "--checkpoint=fast",
            "--write-recovery-conf", "--no-sync")

    def promote(self):
        """Takes over; alone now, it waits for no standby of its own (its settings are its primary's)."""
        self.command("pg_ctl", "--pgdata=data", "promote")
        psql(self.admin, "ALTER SYSTEM SET synchronous_standby_names = ''", "SELECT pg_reload_conf()")


class Pair:
    """The copy of a database on both; `close` whatever happened."""

    name = "essaim_bascule"

    def __init__(self, source):
        self.servers = []
        try:
            self.primary = self.add(PrivatePostgres())
            self.primary.copy(source, self.name)
            # Settings that a later ALTER SYSTEM can change: none of them on the command line, which would win.
            psql(self.primary.admin, "ALTER SYSTEM SET synchronous_commit = 'remote_apply'")
            self.standby = self.add(Standby(self.primary))
            psql(self.primary.admin, "ALTER SYSTEM SET synchronous_standby_names = '*'", "SELECT pg_reload_conf()")
            self.wait_until_synchronous()
        except BaseException:
            self.close()
            raise

    def add(self, server):
        self.servers.append(server)
        return server.start(**MEMORY)

    def wait_until_synchronous(self):
        """From here on nothing is acknowledged that the standby has not applied (PostgreSQL 15, §27.2.8)."""
        end = time.monotonic() + 30
        while self.followers() != [["streaming", "sync"]]:
            assert time.monotonic() < end, self.followers()
            time.sleep(0.05)

    def followers(self):
        return psql(self.primary.admin, "SELECT state, sync_state FROM pg_stat_replication")

    def address(self, *servers):
        """One address that names these servers in this order, without saying which one takes writes."""
        hosts = ",".join(f"127.0.0.1:{server.port}" for server in servers)
        return f"postgresql://essaim:{PrivatePostgres.password}@{hosts}/{self.name}"

    def rows(self, statement):
        """Of whichever is the primary now."""
        return psql(address_of(self.name, self.primary.admin), statement)

    def promote(self):
        """The standby is the primary; there is no standby any more."""
        self.standby.promote()
        self.primary = self.standby

    def close(self):
        for server in self.servers:
            server.remove()
