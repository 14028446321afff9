"""PostgreSQL as the tests see it: asked through psql, a fresh database for each server."""
import contextlib
import os
import subprocess
import urllib.parse
import uuid

from essaim import environment


def shared():
    """The superuser's address at the server that all tests share."""
    address = os.environ.get("ESSAIM_TEST_POSTGRES")
    assert address, "run this by scripts/browser-tests, or under scripts/with-postgres"
    return address


def address_of(database, server):
    """The address of another database there."""
    return urllib.parse.urlsplit(server)._replace(path="/" + database).geturl()


def database_name(address):
    return urllib.parse.urlsplit(address).path.removeprefix("/")


def psql(address, *statements):
    """The rows of the last statement, as lists of texts."""
    commands = [part for statement in statements for part in ("-c", statement)]
    said = subprocess.run(
        ["psql", "-XqAt", "-F", "\t", "-v", "ON_ERROR_STOP=1", address, *commands],
        capture_output=True, text=True, timeout=60, env=environment())
    assert said.returncode == 0, said.stderr
    return [line.split("\t") for line in said.stdout.splitlines()]


@contextlib.contextmanager
def fresh_database(options=""):
    """The address of a database of its own, dropped at the end even when someone is still in it."""
    server = shared()
    name = f"browser_{uuid.uuid4().hex[:12]}"
    psql(server, f"CREATE DATABASE {name} {options}")
    try:
        yield address_of(name, server)
    finally:
        psql(server, f"DROP DATABASE {name} WITH (FORCE)")
