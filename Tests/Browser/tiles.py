"""A log as anyone mirrors it: by the paths of c2sp.org/tlog-tiles, knowing nothing of who serves it."""
import http.client
import urllib.parse


def mirror(address, folder):
    """Fetches the checkpoint, then every tile and every bundle that its size has; each into its file. All of it, by
    path."""
    files = {"checkpoint": get(address, "checkpoint")}
    size = int(files["checkpoint"].split(b"\n")[1])
    for path in paths(size):
        files[path] = get(address, path)
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return files


def get(address, path):
    parts = urllib.parse.urlsplit(address)
    connection = http.client.HTTPConnection("127.0.0.1", parts.port, timeout=20)
    try:
        connection.request("GET", f"{parts.path}/{path}", headers={"Host": parts.netloc})
        reply = connection.getresponse()
        content = reply.read()
    finally:
        connection.close()
    assert reply.status == 200, (path, reply.status)
    return content


def paths(size):
    level = 0
    while (count := size >> (8 * level)) > 0:
        for row in [str(level)] + (["entries"] if level == 0 else []):
            for number in range(0, (count + 255) // 256):
                width = min(256, count - number * 256)
                yield f"tile/{row}/{spelled(number)}" + (f".p/{width}" if width < 256 else "")
        level += 1


def spelled(number):
    """1234067 → x001/x234/067"""
    groups = [f"{number % 1000:03}"]
    while number := number // 1000:
        groups.insert(0, f"x{number % 1000:03}")
    return "/".join(groups)


def entries(bundle):
    """What stands in a bundle: each entry after its length, two bytes."""
    while bundle:
        length = int.from_bytes(bundle[:2], "big")
        yield bundle[2:2 + length]
        bundle = bundle[2 + length:]
