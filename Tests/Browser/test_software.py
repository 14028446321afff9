"""A program calls as docs/software-accounts.md says: its examples, run as they stand there."""
import json
import os
import pathlib
import re
import subprocess
import urllib.error
import urllib.request

from essaim import Essaim, environment

PAGE = pathlib.Path(__file__).parents[2] / "docs" / "software-accounts.md"


def examples():
    """The shell blocks of the page: the key, the account, the call."""
    return re.findall(r"```sh\n(.*?)```", PAGE.read_text(), re.S)


class Shell:
    def __init__(self, folder, **settings):
        self.folder = folder
        self.settings = settings

    def run(self, script):
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script], cwd=self.folder, capture_output=True, text=True, timeout=60,
            env=environment(**self.settings))
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


def test_the_page_s_examples_read_the_figures_until_the_key_is_removed(tmp_path):
    essaim = Essaim(tmp_path / "data")
    binary = os.path.abspath(os.environ.get("ESSAIM_BIN", "essaim"))
    shell = Shell(tmp_path, ESSAIM_DATA=str(tmp_path / "data"), SITE=essaim.base)
    make, register, call = examples()
    shell.run(make)
    command = f'essaim() {{ "{binary}" "$@"; }}\n'
    shell.run(command + "essaim network apply oncobreizh")
    add, key, show = [line.split("#")[0] for line in register.strip().splitlines()]
    account = shell.run(command + add).strip()
    kid = shell.run(command + key.replace(" ID ", f" {account} ")).strip()
    listed = shell.run(command + show)
    assert account in listed and kid in listed and "suivi.chiffres" in listed

    shell.settings |= {"ID": account, "KID": kid}
    essaim.start()
    try:
        figures = json.loads(shell.run(call))
        assert figures["network"] == "oncobreizh" and figures["figures"]["received"] == 0
        assert len(figures["months"]) == 12 and figures["delay"]["median"] is None
        token = shell.run(call.rsplit("printf", 1)[0] + 'printf %s "$token"')
        assert status(essaim.base + "/api/moi", token) == 200
        assert status(essaim.base + "/api/suivi/demandes", token) == 403
    finally:
        essaim.stop()

    shell.run(command + f"essaim software key remove {account} {kid}")
    essaim.start()
    try:
        assert status(essaim.base + "/api/moi", token) == 401
    finally:
        essaim.stop()


def test_a_private_key_is_not_registered(tmp_path):
    binary = os.path.abspath(os.environ.get("ESSAIM_BIN", "essaim"))
    shell = Shell(tmp_path, ESSAIM_DATA=str(tmp_path / "data"))
    shell.run(examples()[0])
    shell.run(f'"{binary}" network apply oncobreizh')
    account = shell.run(f'"{binary}" software add Fictif --network oncobreizh').strip()
    refused = subprocess.run(
        [binary, "software", "key", "add", account, str(tmp_path / "software.pem")], capture_output=True, text=True,
        timeout=60, env=environment(**shell.settings))
    assert refused.returncode == 1 and "clé privée" in refused.stderr


def status(address, token):
    call = urllib.request.Request(address, headers={"Authorization": f"Bearer {token}"})
    try:
        with urllib.request.urlopen(call, timeout=20) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code
