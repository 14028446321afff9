"""An S3 object storage (moto) behind a check of each signature by botocore, of the clock and of each body's SHA-256, as
storages do and moto does not. Account `essaim-access`, `s/ecret+key=`; region `fr-par`; buckets `essaim`, empty, and
`crowd`, with 1,100 objects. Says its port on a line; ends when its standard input does."""
import datetime, hashlib, io, logging, os, sys, threading

from botocore.auth import S3SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from moto.s3.models import s3_backends
from werkzeug.serving import WSGIRequestHandler, make_server

ACCOUNT, REGION = Credentials("essaim-access", "s/ecret+key="), "fr-par"
logging.getLogger("werkzeug").setLevel(logging.ERROR)


class Checked:
    def __init__(self, storage):
        self.storage = storage

    def __call__(self, environ, start):
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        environ["wsgi.input"] = io.BytesIO(body)
        status, code = self.fault(environ, body)
        if not code:
            return self.storage(environ, start)
        xml = f'<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>{code}</Code><Message>no</Message></Error>'.encode()
        start(f"{status} No", [("Content-Type", "application/xml"), ("Content-Length", str(len(xml)))])
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [xml]

    def fault(self, environ, body):
        said = environ.get("HTTP_AUTHORIZATION", "")
        if not said.startswith("AWS4-HMAC-SHA256 "):
            return 403, "AccessDenied"
        parts = dict(part.strip().split("=", 1) for part in said.split(" ", 1)[1].split(","))
        access, day, region, service, _ = parts["Credential"].split("/")
        if access != ACCOUNT.access_key:
            return 403, "InvalidAccessKeyId"
        if (region, service) != (REGION, "s3"):
            return 400, "AuthorizationHeaderMalformed"
        signed = parts["SignedHeaders"].split(";")
        if not {"host", "x-amz-content-sha256", "x-amz-date"} <= set(signed):
            return 403, "AccessDenied"
        names = {"content-type": "CONTENT_TYPE", "content-length": "CONTENT_LENGTH"}
        headers = {n: environ[names.get(n, "HTTP_" + n.upper().replace("-", "_"))] for n in signed}
        request = AWSRequest(environ["REQUEST_METHOD"], f"http://{headers['host']}{environ['RAW_URI']}", headers)
        request.context["timestamp"] = headers["x-amz-date"]
        auth = S3SigV4Auth(ACCOUNT, "s3", REGION)
        text = auth.string_to_sign(request, auth.canonical_request(request))
        if auth.signature(text, request) != parts["Signature"] or not headers["x-amz-date"].startswith(day):
            return 403, "SignatureDoesNotMatch"
        sent = datetime.datetime.strptime(headers["x-amz-date"], "%Y%m%dT%H%M%SZ")
        if abs(sent - datetime.datetime.utcnow()) > datetime.timedelta(minutes=15):
            return 403, "RequestTimeTooSkewed"
        if headers["x-amz-content-sha256"] != hashlib.sha256(body).hexdigest():
            return 400, "XAmzContentSHA256Mismatch"
        return 200, ""


class Quiet(WSGIRequestHandler):
    protocol_version = "HTTP/1.1"

    def log(self, *_):
        pass


storage = s3_backends["123456789012"]["aws"]
for bucket in ["essaim", "crowd"]:
    storage.create_bucket(bucket, REGION)
for number in range(1100):
    storage.put_object("crowd", f"files/{number:04d}", b"x" * (number % 7))
storage.put_object("crowd", "other/é & <b>", b"stranger")
server = make_server("127.0.0.1", 0, Checked(DomainDispatcherApplication(create_backend_app)), True, request_handler=Quiet)
print(server.server_port, flush=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.stdin.read()
os._exit(0)
