"""A certificate authority of one test, and certificates that it signs, by the openssl command."""
import subprocess


class Authority:
    def __init__(self, folder):
        folder.mkdir()
        self.folder = folder
        self.path = folder / "ca.pem"
        self.openssl("req", "-x509", *self.new("ca.key"), "-subj", "/CN=Essai", "-days", "2", "-out", "ca.pem")

    def certificate(self, name):
        """Certificate and key of a server of that name."""
        (self.folder / f"{name}.ext").write_text(f"subjectAltName=DNS:{name}\n")
        self.openssl("req", *self.new(f"{name}.key"), "-subj", f"/CN={name}", "-out", f"{name}.csr")
        self.openssl("x509", "-req", "-in", f"{name}.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
                     "-days", "2", "-extfile", f"{name}.ext", "-out", f"{name}.pem")
        return self.folder / f"{name}.pem", self.folder / f"{name}.key"

    @staticmethod
    def new(key):
        return ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", key]

    def openssl(self, *words):
        subprocess.run(["openssl", *words], cwd=self.folder, check=True, capture_output=True, timeout=30)
