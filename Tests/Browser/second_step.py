"""An account opened by its link, and what is shown beside a password: a key of the browser, or the codes of an application."""
import base64
import hashlib
import hmac
import re
import struct
import time


def link_in(said):
    """What a command that opens an account printed: the link, whatever else it said."""
    return next(line for line in said.splitlines() if "/compte/" in line)


def has_keys(page):
    """From now on the browser has an authenticator that checks who touches it, and is always touched."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True}})
    return session


def opens_account(page, link, password, looks=lambda: None):
    """By its link, with a key of this browser; comes to where their work begins."""
    has_keys(page)
    page.goto(link)
    looks()
    page.get_by_label("Mot de passe").fill(password)
    page.get_by_role("button", name="Continuer").click()
    page.get_by_role("button", name="Créer la clé d’accès").wait_for()
    looks()
    page.get_by_role("button", name="Créer la clé d’accès").click()
    page.get_by_role("heading", name="Vos codes de secours").wait_for()
    looks()
    page.get_by_role("link", name="Continuer").click()
    page.wait_for_url(lambda url: "/connexion" not in url and "/compte/" not in url)


def shows_key(page):
    """At the second step."""
    page.get_by_role("button", name="Utiliser ma clé d’accès").click()


def code(secret, now=None):
    """What an application shows (RFC 6238): written here again, so that it is not ours that agrees with ours."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    mac = hmac.new(key, struct.pack(">Q", int(now or time.time()) // 30), hashlib.sha1).digest()
    start = mac[19] & 15
    return f"{(struct.unpack('>I', mac[start:start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def opens_by_forms(visitor, link, password, now=None):
    """By its link, with an application; the visitor is signed in then. Its secret."""
    path = "/" + link.split("/", 3)[3]
    page = visitor.post(path, visitor.get(path).form(path, mot_de_passe=password))
    assert page.status == 200, page.text
    secret = re.search(r'class="secret">([^<]+)<', page.text).group(1).replace(" ", "")
    paper = visitor.post("/connexion/ajout/code", page.form("/connexion/ajout/code", code=code(secret, now)))
    assert paper.status == 200 and "Vos codes de secours" in paper.text, paper.text
    return secret
