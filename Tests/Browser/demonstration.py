"""A demonstration filled once on each engine, by playing its story; whoever needs one gets a copy."""
import contextlib
import pathlib
import shutil
import sqlite3

from essaim import Essaim, fill
from postgres import database_name, fresh_database


def copy_data(folder, to):
    """The whole folder, and beside it the keys that open its files."""
    shutil.copytree(folder, to)
    shutil.copytree(f"{folder}.keys", f"{to}.keys", dirs_exist_ok=True)


class Demonstrations:
    def __init__(self, folder):
        self.folder = folder
        self.filled = {}
        self.databases = contextlib.ExitStack()

    @contextlib.contextmanager
    def copy(self, engine, folder):
        """A data folder, and the address of its database: None for SQLite, which lives in the folder."""
        template = self.template(engine)
        copy_data(self.folder / engine, folder)
        if template is None:
            yield folder, None
        else:
            with fresh_database(f"TEMPLATE {database_name(template)}") as database:
                yield folder, database

    def template(self, engine):
        """What is copied, made when it is first asked for: the address of its database."""
        if engine not in self.filled:
            address = None if engine == "sqlite" else self.databases.enter_context(fresh_database())
            fill(self.folder / engine, address)
            self.filled[engine] = address
        return self.filled[engine]

    def close(self):
        self.databases.close()


@contextlib.contextmanager
def administered(demonstrations, folder):
    """A served demonstration whose coordinator administers the network too: its address."""
    with demonstrations.copy("sqlite", folder / "data") as (data, database):
        with contextlib.closing(sqlite3.connect(pathlib.Path(data) / "essaim.db")) as rows, rows:
            rows.execute(
                "INSERT INTO network_members(person_id, network_id, role, status)"
                " SELECT person_id, network_id, 'administrator', 'active' FROM network_members WHERE role = 'coordinator'")
        essaim = Essaim(data, database).start()
        try:
            yield essaim.base
            essaim.stop()
        finally:
            essaim.close()
