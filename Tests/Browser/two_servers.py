"""Servers A and B on one database and one folder, behind a proxy: one site."""
from essaim import Essaim
from postgres import psql
from proxy import Proxy
from visitor import Visitor


class TwoServers:
    def __init__(self, data, database, proxy_folder):
        self.database = database
        self.proxy = Proxy(proxy_folder)
        self.base = self.proxy.base
        self.a, self.b = (Essaim(data, database, public=self.base) for _ in range(2))

    def start(self):
        self.a.start()
        self.b.start()
        self.proxy.start(self.a.port, self.b.port)
        return self

    def mend(self):
        """Both serve, whatever a test that failed left behind."""
        for essaim in (self.a, self.b):
            if essaim.process.poll() is not None:
                essaim.start()
        return self

    def rows(self, statement):
        return psql(self.database, statement)

    def at(self, essaim, words=None, login=None):
        """Someone who knocks at one server, past the proxy, signed in by a persona's words or by any login."""
        visitor = Visitor(self.base, via=essaim.port)
        if words:
            visitor.enter(words)
        if login:
            visitor.enter_as(self.rows(f"SELECT person_id FROM accounts WHERE login = '{login}'")[0][0])
        return visitor

    def close(self):
        self.proxy.stop()
        self.a.close()
        self.b.close()
