"""What a crowd works on: one server on its folder, or two on a PostgreSQL of their own."""
import contextlib

from essaim import Essaim
from journal import Journal
from private_postgres import PrivatePostgres
from test_kill import kill_and_count
from two_servers import TwoServers


class OneServer:
    """`rows` and `base` are what a crowd asks of a site."""

    def __init__(self, data):
        self.journal = Journal(data)
        self.essaim = Essaim(data)
        self.base = self.essaim.base
        self.rows = self.journal.rows

    def harm(self):
        """Killed among eight writers, twice; started again."""
        kill_and_count(self.essaim, self.rows, 2)

    def harm_softly(self, crowd):
        crowd.go_round()


class TwoOnPostgres:
    def __init__(self, data, private, database, folder):
        self.private = private
        self.journal = Journal(data, database)
        self.servers = TwoServers(data, database, folder).start()
        self.base = self.servers.base
        self.rows = self.journal.rows

    def harm(self):
        """The database loses its power, every process at once; the servers come back to it by themselves."""
        self.private.kill()
        self.private.start()
        for essaim in (self.servers.a, self.servers.b):
            essaim.wait_until_healthy()

    def harm_softly(self, crowd):
        """What a site of two servers gets over while it is worked on: each is killed in its turn."""
        for essaim in (self.servers.a, self.servers.b):
            crowd.go_round()
            essaim.kill()
            crowd.go_round()
            essaim.start()
        crowd.go_round()


@contextlib.contextmanager
def site(demonstrations, engine, folder):
    with demonstrations.copy(engine, folder / "data") as (data, database), contextlib.ExitStack() as closing:
        if engine == "sqlite":
            one = OneServer(data)
            closing.callback(one.essaim.close)
            one.essaim.start()
            yield one
            one.essaim.stop()
        else:
            private = PrivatePostgres()
            closing.callback(private.remove)
            private.start()
            two = TwoOnPostgres(data, private, private.copy(database, "essaim_journal"), folder)
            closing.callback(two.servers.close)
            yield two
            two.servers.a.stop()
            two.servers.b.stop()
