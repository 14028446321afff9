"""`Tests/Outside/logcheck.go`: a verifier that shares no line with Essaim, on Go's own `x/mod/sumdb`."""
import os
import pathlib
import re
import subprocess


class Logcheck:
    def __init__(self, folder):
        """Built into this folder."""
        self.program = folder / "logcheck"
        source = pathlib.Path(__file__).parents[1] / "Outside" / "logcheck.go"
        settings = {
            "GO111MODULE": "off", "GOPATH": "/usr/share/gocode", "GOFLAGS": "", "CGO_ENABLED": "0",
            "HOME": str(folder), "GOCACHE": str(folder / "cache"), "PATH": os.environ["PATH"]}
        made = subprocess.run(
            ["go", "build", "-o", self.program, source], capture_output=True, text=True, timeout=120, env=settings)
        assert made.returncode == 0, "apt install golang-go golang-golang-x-mod-dev\n" + made.stderr

    def run(self, *arguments):
        """The exit code, and the sentence."""
        said = subprocess.run([self.program, *arguments], capture_output=True, text=True, timeout=120)
        return said.returncode, (said.stdout + said.stderr).strip()

    def verified(self, folder, key):
        """The log in a folder is good: how many entries, and the root as base64."""
        code, sentence = self.run("verify", folder, key)
        end = re.fullmatch(r"verified (\d+) entries, root (\S{44})", sentence)
        assert code == 0 and end, sentence
        return int(end.group(1)), end.group(2)
