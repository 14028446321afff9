"""A real OpenID provider beside the server: the program of PyPI's oidc-provider-mock, asked who signs in."""
import json
import subprocess
import sys
import time
import urllib.request

from essaim import free_port


class Provider:
    """Vouches for whoever `people` names: by their name at the provider, what it says of them."""

    def __init__(self, people):
        self.port = free_port()
        self.issuer = f"http://localhost:{self.port}"
        claims = [word for name, said in people.items() for word in (
            "--user-claims", json.dumps({"sub": name} | said))]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "oidc_provider_mock", "-p", str(self.port), *claims],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        end = time.monotonic() + 20
        while not self.answers():
            assert self.process.poll() is None and time.monotonic() < end, "the provider does not answer"
            time.sleep(0.1)

    def answers(self):
        try:
            with urllib.request.urlopen(f"{self.issuer}/.well-known/openid-configuration", timeout=2) as answer:
                return answer.status == 200
        except OSError:
            return False

    def settings(self, name="psc", kind="proSanteConnect", **more):
        """What the server is told of it, as environment."""
        def upper(key):
            return f"ESSAIM_PROVIDER_{name.upper()}_{key}"

        return {"ESSAIM_PROVIDERS": name, upper("ISSUER"): self.issuer, upper("TITLE"): "Pro Santé Connect",
                upper("KIND"): kind, upper("CLIENT_ID"): "essaim", upper("SECRET"): "un secret d’essai"} | {
                    upper(key): value for key, value in more.items()}

    def close(self):
        self.process.terminate()
        self.process.wait(timeout=10)
