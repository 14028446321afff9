"""What was acknowledged is there after kill -9, and nothing is there twice."""
import http.client
import os
import random
import re
import subprocess
import threading
import time
import urllib.parse

from conftest import free_port


def started(binary, data, port):
    process = subprocess.Popen(
        [binary, "serve", "--data", data, "--port", str(port)], stdout=subprocess.DEVNULL,
        env=os.environ | {"ESSAIM_LOG_LEVEL": "error"})
    for _ in range(200):
        try:
            if asked(port, "GET", "/health")[0] == 200:
                return process
        except OSError:
            time.sleep(0.05)
    raise AssertionError("the server did not answer")


def asked(port, method, path, fields=None, cookie=None):
    """One request on its own connection: status, headers, text."""
    connection = http.client.HTTPConnection("localhost", port, timeout=10)
    headers = {"Origin": f"http://localhost:{port}"}
    if cookie:
        headers["Cookie"] = cookie
    body = None
    if fields is not None:
        body = urllib.parse.urlencode(fields)
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    connection.request(method, path, body, headers)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, answer.headers, text


def test_every_acknowledged_draft_survives_kill_9(tmp_path):
    binary, data, port = os.environ["ESSAIM_BIN"], str(tmp_path / "data"), free_port()
    subprocess.run([binary, "demo", "--once", "--data", data, "--port", str(port)], check=True, capture_output=True)
    chance = random.Random(20261121)
    acknowledged, sent = {}, 0
    process = started(binary, data, port)
    _, _, page = asked(port, "GET", "/demo")
    persona = re.search(r'name="persona" value="([^"]+)"', page).group(1)
    _, headers, _ = asked(port, "POST", "/demo/entrer", {"persona": persona})
    cookie = headers["Set-Cookie"].split(";")[0]
    _, _, page = asked(port, "GET", "/demandes/nouvelle", cookie=cookie)
    csrf = re.search(r'name="_csrf" value="([^"]+)"', page).group(1)
    line = re.search(r'name="ligne" value="([^"]+)"', page).group(1)

    for turn in range(6):
        stop = threading.Event()
        pending = {}

        def knock(worker):
            count = 0
            while not stop.is_set():
                key = f"kill-{turn}-{worker}-{count}"
                count += 1
                pending[key] = None
                try:
                    status, headers, _ = asked(
                        port, "POST", "/demandes", {"_csrf": csrf, "_cle": key, "ligne": line}, cookie)
                except (OSError, http.client.HTTPException):
                    return
                assert status == 303
                acknowledged[key] = headers["Location"]

        workers = [threading.Thread(target=knock, args=(worker,)) for worker in range(8)]
        for worker in workers:
            worker.start()
        time.sleep(chance.uniform(0.1, 0.6))
        process.kill()
        stop.set()
        for worker in workers:
            worker.join()
        process.wait()
        process = started(binary, data, port)
        sent += len(pending)
        for key in pending:
            # Sent again with its key: what was acknowledged leads to the same draft, the rest is opened now, once.
            status, headers, _ = asked(
                port, "POST", "/demandes", {"_csrf": csrf, "_cle": key, "ligne": line}, cookie)
            assert status == 303
            assert acknowledged.setdefault(key, headers["Location"]) == headers["Location"], "opened twice"

    assert len(acknowledged) == sent > 50
    assert len(set(acknowledged.values())) == sent
    for location in acknowledged.values():
        assert asked(port, "GET", location, cookie=cookie)[0] == 200, "an acknowledged draft is lost"
    process.terminate()
    assert process.wait(timeout=30) == 0
