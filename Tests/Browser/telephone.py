"""A telephone without a browser: photographs as it makes them, sent piece by piece over a line that is cut."""
import http.client
import secrets
import subprocess
import urllib.parse

CHUNK = 65_536


def heic(folder, name="IMG_4711.HEIC", width=4032, height=3024):
    """A photograph of 12 megapixels as an iPhone makes them: HEIC, with the place and the time in it. Plainly synthetic."""
    plain, photo = folder / "plain.png", folder / name
    if not photo.exists():
        # A picture with something to see and to compress: waves, and a little grain.
        subprocess.run(
            ["convert", "-size", f"{width}x{height}", "plasma:tan-sienna", "-attenuate", "0.3", "+noise", "Gaussian",
             "-depth", "8", str(plain)], check=True, timeout=120)
        subprocess.run(
            ["heif-enc", "-q", "60", "-p", "preset=ultrafast", "-o", str(photo), str(plain)], check=True, timeout=240,
            capture_output=True)
        subprocess.run(
            ["exiftool", "-overwrite_original", "-q", "-GPSLatitude=48.7", "-GPSLatitudeRef=N", "-GPSLongitude=3.46",
             "-GPSLongitudeRef=W", "-DateTimeOriginal=2026:11:20 09:14:33", "-OffsetTimeOriginal=+01:00",
             "-Make=Fictive", "-Model=Fictive 15", "-XMP:Creator=Nobody", str(photo)], check=True, timeout=60)
    return photo


def tags(path):
    """What exiftool reads of a file, by group, but for what it says of the file system and of itself."""
    lines = subprocess.run(
        ["exiftool", "-G1", "-s", "-a", "-u", str(path)], check=True, capture_output=True, text=True, timeout=60).stdout
    found = set()
    for line in lines.splitlines():
        group, name = line.split("]")[0].strip("["), line.split("]")[1].split(":")[0].strip()
        if group not in ("System", "ExifTool", "Composite"):
            found.add((group, name))
    return found


class Sending:
    """One file on its way to a demand, by a token of its own: goes on where it stopped."""

    def __init__(self, visitor, demand, csrf, content, name, slot="centered"):
        self.visitor, self.content = visitor, content
        self.path = f"/demandes/{demand}/depots/{secrets.token_hex(16)}"
        self.said = {
            "X-Essaim-Token": csrf, "X-Essaim-Slot": slot, "X-Essaim-Name": urllib.parse.quote(name),
            "Upload-Length": str(len(content))}

    def standing(self):
        """Where it stands: an offset, or None when it was joined."""
        answer = self.visitor.get(self.path)
        assert answer.status in (201, 204), answer
        return None if answer.status == 201 else int(answer.headers["Upload-Offset"])

    def send(self, offset, cut=None, timeout=60):
        """Sends from there. With `cut`, the line breaks after so many bytes: no answer comes. Else the status."""
        connection = self.visitor.connection(timeout=timeout)
        rest = self.content[offset:]
        try:
            connection.putrequest("PUT", self.path, skip_host=True)
            headers = self.visitor.headers() | self.said | {
                "Upload-Offset": str(offset), "Content-Length": str(len(rest)),
                "Content-Type": "application/octet-stream"}
            for name, value in headers.items():
                connection.putheader(name, value)
            connection.endheaders()
            connection.send(rest if cut is None else rest[:cut])
            if cut is not None and cut < len(rest):
                return None
            reply = connection.getresponse()
            reply.read()
            return reply.status
        finally:
            connection.close()

    def to_the_end(self, patience=60):
        """As a telephone that does not give up: asks where it stands, goes on from there."""
        for _ in range(patience):
            offset = self.standing()
            if offset is None:
                return
            try:
                if self.send(offset) == 201:
                    return
            except (OSError, http.client.HTTPException):
                continue
        raise AssertionError("never joined")
