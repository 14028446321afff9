"""What the server does with bad bytes on its socket: where a message ends is never read in two ways, who is slow keeps
nobody waiting, and a method that a page does not have does nothing."""
import contextlib
import http.client
import os
import re
import resource
import select
import time

import pytest

import frames
import wire
from essaim import Essaim
from test_tls import NAME, Site
from visitor import Visitor

# A refusal is one answer at the most, then the end of the connection: what came behind it is never read as a request.
REFUSALS = {400, 403, 404, 405, 411, 413, 414, 415, 421, 431, 501, 505}
REFUSED = "refused"
# The announced length has no end: all that follows belongs to the body, and no request is found in it.
ENDLESS = "endless"


@pytest.fixture(scope="module")
def essaim(tmp_path_factory):
    """SQLite alone, and nobody in it: bytes are read before anything is asked of the rows."""
    essaim = Essaim(tmp_path_factory.mktemp("wire") / "data").start()
    try:
        yield essaim
        essaim.stop()
    finally:
        essaim.close()


# In the tables `|` ends a line as HTTP does, CR LF, and HERE is the server's authority; all else is sent as it stands.
GET = "GET /health HTTP/1.1|Host: HERE|"
# A form that is read to its end before anybody asks who sends it: nobody is signed in, 401.
POST = "POST /deconnexion HTTP/1.1|Host: HERE|Origin: http://HERE|Content-Type: application/x-www-form-urlencoded|"
CHUNKED = POST + "Transfer-Encoding: chunked||"
# What an attacker hides behind another request. It asks for the end of the connection, so that everything that is read
# well ends too, and nobody waits.
HIDDEN = "GET /health HTTP/1.1|Host: HERE|Connection: close||"
# Read in one way: the request, then the hidden one, which was a second request to anyone.
READ, GOT = (401, 200), (200, 200)

# name · where it is said, RFC 9112 unless another is named · bytes before the hidden request · what is answered.
LENGTHS = [
    ("a length", "6.2", POST + "Content-Length: 3||a=b", READ),
    ("a length of nothing", "6.2", POST + "Content-Length: 0||", READ),
    ("zeros before the length", "6.2; RFC 9110, 8.6: 1*DIGIT", POST + "Content-Length: 0000003||a=b", READ),
    ("no length", "6.3, 7: nothing follows", POST + "|", READ),
    ("the same length twice", "6.3, 5", POST + "Content-Length: 3|Content-Length: 3||a=b", REFUSED),
    ("two lengths, the first longer", "6.3, 5", POST + "Content-Length: 3|Content-Length: 0||a=b", REFUSED),
    ("two lengths, the second longer", "6.3, 5", POST + "Content-Length: 0|Content-Length: 3||a=b", REFUSED),
    ("the same length in a list", "6.3, 5", POST + "Content-Length: 3, 3||a=b", REFUSED),
    ("two lengths in a list", "6.3, 5", POST + "Content-Length: 0, 3||a=b", REFUSED),
    ("a negative length", "6.3, 5", POST + "Content-Length: -3||a=b", REFUSED),
    ("a length with a plus", "6.3, 5", POST + "Content-Length: +3||a=b", REFUSED),
    ("a length in hexadecimal", "6.3, 5", POST + "Content-Length: 0x3||a=b", REFUSED),
    ("a length in letters", "6.3, 5", POST + "Content-Length: a||a=b", REFUSED),
    ("a length with a fraction", "6.3, 5", POST + "Content-Length: 3.0||a=b", REFUSED),
    ("a length with an exponent", "6.3, 5", POST + "Content-Length: 3e0||a=b", REFUSED),
    ("a length with a space in it", "6.3, 5", POST + "Content-Length: 3 0||a=b", REFUSED),
    ("a quoted length", "6.3, 5", POST + "Content-Length: \"3\"||a=b", REFUSED),
    ("a length with a parameter", "6.3, 5", POST + "Content-Length: 3;a||a=b", REFUSED),
    ("a length behind a vertical tab", "6.3, 5", POST + "Content-Length: \v3||a=b", REFUSED),
    ("an empty length", "6.3, 5", POST + "Content-Length:||a=b", REFUSED),
    ("a length in other digits", "6.3, 5", POST + "Content-Length: \xd9\xa3||a=b", REFUSED),
    ("a length of 2^63", "RFC 9110, 8.6: overflow", POST + "Content-Length: 9223372036854775808||a=b", REFUSED),
    ("a length of 2^64 and three", "RFC 9110, 8.6", POST + "Content-Length: 18446744073709551619||a=b", REFUSED),
    ("a length of 400 digits", "RFC 9110, 8.6", POST + "Content-Length: " + "9" * 400 + "||a=b", REFUSED),
    ("a tab before the length's colon", "5.1", POST + "Content-Length\t: 3||a=b", REFUSED),
    ("a folded length", "5.2", POST + "Content-Length:| 3||a=b", REFUSED),
    ("a length that goes on on the next line", "5.2", POST + "Content-Length: 0| 3||a=b", REFUSED),
    # Told at once; what still comes is the body's, and is read over.
    ("a length beyond what a form may hold", "RFC 9110, 15.5.14", POST + "Content-Length: 99000000||a=b", ENDLESS),
]

CODINGS = [
    ("chunks", "7.1", CHUNKED + "3|a=b|0||", READ),
    ("chunks in capitals", "7: names in any case", POST + "Transfer-Encoding: CHUNKED||3|a=b|0||", READ),
    ("no space before the coding", "5: optional", POST + "Transfer-Encoding:chunked||3|a=b|0||", READ),
    ("a tab before the coding", "5: optional", POST + "Transfer-Encoding:\tchunked||3|a=b|0||", READ),
    ("CL.TE", "6.3, 3", POST + "Content-Length: 5|Transfer-Encoding: chunked||0||", REFUSED),
    ("TE.CL", "6.3, 3", POST + "Transfer-Encoding: chunked|Content-Length: 5||0||", REFUSED),
    ("CL.TE, no length", "6.3, 3", POST + "Content-Length: 0|Transfer-Encoding: chunked||0||", REFUSED),
    ("TE.TE, chunked twice", "6.1", POST + "Transfer-Encoding: chunked|Transfer-Encoding: chunked||0||", REFUSED),
    ("TE.TE, the second unknown", "6.1", POST + "Transfer-Encoding: chunked|Transfer-Encoding: x||0||", REFUSED),
    ("TE.TE, the first unknown", "6.1", POST + "Transfer-Encoding: x|Transfer-Encoding: chunked||0||", REFUSED),
    ("TE.TE, the first identity", "6.1",
     POST + "Transfer-Encoding: identity|Transfer-Encoding: chunked||0||", REFUSED),
    ("chunked in a list with itself", "6.1", POST + "Transfer-Encoding: chunked, chunked||0||", REFUSED),
    ("chunked, identity", "6.3, 4", POST + "Transfer-Encoding: chunked, identity||0||", REFUSED),
    ("an empty word before chunked", "6.1", POST + "Transfer-Encoding: ,chunked||0||", REFUSED),
    ("an empty word behind chunked", "6.1", POST + "Transfer-Encoding: chunked,||0||", REFUSED),
    ("gzip, chunked", "6.1: 501", POST + "Transfer-Encoding: gzip, chunked||0||", REFUSED),
    ("gzip", "6.3, 4", POST + "Transfer-Encoding: gzip||0||", REFUSED),
    ("identity", "6.3, 4", POST + "Transfer-Encoding: identity||0||", REFUSED),
    ("identity with a length", "6.3, 3", POST + "Transfer-Encoding: identity|Content-Length: 3||a=b", REFUSED),
    ("xchunked", "6.3, 4", POST + "Transfer-Encoding: xchunked||0||", REFUSED),
    ("a space before the coding's colon", "5.1", POST + "Transfer-Encoding : chunked||0||", REFUSED),
    ("a vertical tab before chunked", "RFC 9110, 5.5", POST + "Transfer-Encoding: \vchunked||0||", REFUSED),
    ("a form feed before chunked", "RFC 9110, 5.5", POST + "Transfer-Encoding: \fchunked||0||", REFUSED),
    ("chunked in quotes", "6.3, 4", POST + "Transfer-Encoding: \"chunked\"||0||", REFUSED),
    ("chunked with a parameter", "7: no parameters", POST + "Transfer-Encoding: chunked;q=1||0||", REFUSED),
    ("a folded coding", "5.2", POST + "Transfer-Encoding:| chunked||0||", REFUSED),
    ("an empty coding", "6.1", POST + "Transfer-Encoding:||0||", REFUSED),
    ("a coding behind a bare line feed", "2.2", POST + "X: x\nTransfer-Encoding: chunked||0||", REFUSED),
    ("a coding behind a bare return", "2.2", POST + "X: x\rTransfer-Encoding: chunked||0||", REFUSED),
    ("a line feed in the coding's name", "5.1", POST + "Transfer\nEncoding: chunked||0||", REFUSED),
    ("a coding with an underscore", "another field", POST + "Transfer_Encoding: chunked|Content-Length: 3||a=b", READ),
    ("chunks of HTTP/1.0", "6.1: framing is faulty", CHUNKED.replace("/1.1", "/1.0", 1) + "0||", REFUSED),
    ("chunks of HTTP/1.0 that stays", "6.1",
     CHUNKED.replace("/1.1|", "/1.0|Connection: keep-alive|", 1) + "0||", REFUSED),
]

CHUNKS = [
    ("a chunk with an extension", "7.1.1: ignored", CHUNKED + "3;a=b|a=b|0||", READ),
    ("a chunk with a quoted extension", "7.1.1", CHUNKED + "3;a=\"b;c\"|a=b|0||", READ),
    ("a last chunk of many zeros", "7.1: 1*(\"0\")", CHUNKED + "3|a=b|00000||", READ),
    ("a negative chunk", "7.1", CHUNKED + "-3|a=b|0||", REFUSED),
    ("a chunk with a plus", "7.1", CHUNKED + "+3|a=b|0||", REFUSED),
    ("a chunk with 0x", "7.1", CHUNKED + "0x3|a=b|0||", REFUSED),
    ("a chunk that is no number", "7.1", CHUNKED + "g|a=b|0||", REFUSED),
    ("a chunk without a size", "7.1", CHUNKED + "|a=b|0||", REFUSED),
    ("a chunk of 2^64 and three", "7.1: overflow", CHUNKED + "10000000000000003|a=b|0||", REFUSED),
    ("a chunk of 2^64 less one", "7.1", CHUNKED + "ffffffffffffffff|a=b|0||", ENDLESS),
    ("a chunk of 2^63", "7.1", CHUNKED + "8000000000000000|a=b|0||", ENDLESS),
    ("a space before a chunk's size", "7.1", CHUNKED + " 3|a=b|0||", REFUSED),
    ("a space behind a chunk's size", "7.1", CHUNKED + "3 |a=b|0||", REFUSED),
    ("a space in a chunk's size", "7.1", CHUNKED + "3 0|a=b|0||", REFUSED),
    ("a line feed in an extension", "7.1.1", CHUNKED + "3;a\nb|a=b|0||", REFUSED),
    ("a line feed that ends an extension", "2.2", CHUNKED + "3;a\na=b|0||", REFUSED),
    ("a return in an extension", "7.1.1", CHUNKED + "3;a\rb|a=b|0||", REFUSED),
    ("a line feed in quotes in an extension", "7.1.1", CHUNKED + "3;a=\"\n\"|a=b|0||", REFUSED),
    ("a NUL in an extension", "7.1.1", CHUNKED + "3;a\0b|a=b|0||", REFUSED),
    ("no line end behind a chunk", "7.1", CHUNKED + "3|a=b0||", REFUSED),
    ("a line feed behind a chunk", "7.1", CHUNKED + "3|a=b\n0||", REFUSED),
    ("a line feed behind a size", "2.2", CHUNKED + "3\na=b|0||", REFUSED),
    ("a return behind a size", "2.2", CHUNKED + "3\ra=b|0||", REFUSED),
    ("a chunk that is longer than said", "7.1", CHUNKED + "1|a=b|0||", REFUSED),
    ("a chunk that is shorter than said", "7.1", CHUNKED + "9|a=b|0||", REFUSED),
    ("a last chunk that ends in line feeds", "2.2", CHUNKED + "3|a=b|0\n\n", REFUSED),
    ("a body that ends in a line feed", "2.2", CHUNKED + "3|a=b|0|\n", REFUSED),
    ("a trailer", "7.1.2: read and left", CHUNKED + "3|a=b|0|X: y||", READ),
    ("a trailer that names another host", "7.1.2: never a header", CHUNKED + "3|a=b|0|Host: evil.example||", READ),
    ("a trailer that says a length", "RFC 9110, 6.5.1", CHUNKED + "3|a=b|0|Content-Length: 99||", REFUSED),
    ("a trailer that says a coding", "RFC 9110, 6.5.1", CHUNKED + "3|a=b|0|Transfer-Encoding: chunked||", REFUSED),
    ("a trailer without a colon", "7.1.2", CHUNKED + "3|a=b|0|X y||", REFUSED),
    ("a trailer that ends in a line feed", "2.2", CHUNKED + "3|a=b|0|X: y\n|", REFUSED),
]

FIELDS = [
    ("a folded field", "5.2", GET + "X: a| b||", REFUSED),
    ("a field folded with a tab", "5.2", GET + "X: a|\tb||", REFUSED),
    ("a space before the first field", "2.2", "GET /health HTTP/1.1| X: a|Host: HERE||", REFUSED),
    ("line feeds alone", "2.2", "GET /health HTTP/1.1\nHost: HERE\n\n", REFUSED),
    ("a line feed behind the first line", "2.2", "GET /health HTTP/1.1\nHost: HERE||", REFUSED),
    ("a line feed behind a field", "2.2", GET + "X: a\nY: b||", REFUSED),
    ("a line feed for the empty line", "2.2", GET + "\n", REFUSED),
    ("returns alone", "2.2", "GET /health HTTP/1.1\rHost: HERE\r\r", REFUSED),
    ("a return in a value", "2.2", GET + "X: a\rb||", REFUSED),
    ("line ends the other way round", "2.2", "GET /health HTTP/1.1\n\rHost: HERE\n\r\n\r", REFUSED),
    ("a space before a colon", "5.1", GET + "X : a||", REFUSED),
    ("a field without a colon", "5", GET + "Xa||", REFUSED),
    ("a field without a name", "5", GET + ": a||", REFUSED),
    ("a NUL in a name", "RFC 9110, 5.1", GET + "X\0: a||", REFUSED),
    ("a NUL in a value", "RFC 9110, 5.5", GET + "X: a\0b||", REFUSED),
    ("a control sign in a value", "RFC 9110, 5.5", GET + "X: a\x01b||", REFUSED),
    ("a field of 17 KB", "RFC 6585, 5", GET + "X: " + "a" * 17_000 + "||", REFUSED),
    ("fields of 45 KB", "RFC 6585, 5", GET + ("X: " + "a" * 9000 + "|") * 5 + "|", REFUSED),
    ("120 fields", "RFC 6585, 5", GET + "X: a|" * 120 + "|", REFUSED),
]

TARGETS = [
    ("our whole address", "3.2.2: taken", "GET http://HERE/health HTTP/1.1|Host: HERE||", GOT),
    ("our whole address for another host", "3.2.2: the target counts",
     "GET http://HERE/health HTTP/1.1|Host: a.example||", GOT),
    ("another's whole address for our host", "3.2.2", "GET http://a.example/health HTTP/1.1|Host: HERE||", (421, 200)),
    ("somebody at our whole address", "RFC 9110, 4.2.4", "GET http://a@HERE/health HTTP/1.1|Host: HERE||", (421, 200)),
    ("another scheme", "3.2.2", "GET ftp://HERE/health HTTP/1.1|Host: HERE||", REFUSED),
    ("an authority", "3.2.3: for CONNECT", "GET HERE HTTP/1.1|Host: HERE||", REFUSED),
    ("a path without its slash", "3.2.1", "GET health HTTP/1.1|Host: HERE||", REFUSED),
    ("an asterisk", "3.2.4: for OPTIONS", "GET * HTTP/1.1|Host: HERE||", (404, 200)),
    ("CONNECT to us", "3.2.3; RFC 9110, 9.3.6", "CONNECT HERE HTTP/1.1|Host: HERE||", REFUSED),
    ("CONNECT to another", "3.2.3", "CONNECT a.example:443 HTTP/1.1|Host: a.example:443||", REFUSED),
    ("CONNECT with a body", "RFC 9110, 9.3.6",
     "CONNECT HERE HTTP/1.1|Host: HERE|Transfer-Encoding: chunked||0||", REFUSED),
    ("a space in the target", "3.2", "GET /health x HTTP/1.1|Host: HERE||", REFUSED),
    ("a NUL in the target", "3.2", "GET /health\0 HTTP/1.1|Host: HERE||", REFUSED),
    ("a byte beyond ASCII in the target", "3.2", "GET /health\xff HTTP/1.1|Host: HERE||", REFUSED),
    ("a return in the target", "2.2", "GET /health\rx HTTP/1.1|Host: HERE||", REFUSED),
    ("a target of 17 KB", "3: 414", "GET /" + "a" * 17_000 + " HTTP/1.1|Host: HERE||", REFUSED),
    ("a space before the method", "3", " GET /health HTTP/1.1|Host: HERE||", REFUSED),
    ("two spaces behind the method", "3: may be read", "GET  /health HTTP/1.1|Host: HERE||", GOT),
    ("tabs for spaces", "3", "GET\t/health\tHTTP/1.1|Host: HERE||", REFUSED),
    ("a space behind the version", "3", "GET /health HTTP/1.1 |Host: HERE||", REFUSED),
    ("empty lines before the first", "2.2: read over", "||||" + GET + "|", GOT),
]

HOSTS = [
    ("two hosts, both ours", "3.2", GET + "Host: HERE||", REFUSED),
    ("two hosts, the second another", "3.2", GET + "Host: evil.example||", REFUSED),
    ("two hosts, the first another", "3.2", "GET /health HTTP/1.1|Host: evil.example|Host: HERE||", REFUSED),
    ("no host", "3.2", "GET /health HTTP/1.1||", (421, 200)),
    ("an empty host", "3.2", "GET /health HTTP/1.1|Host:||", (421, 200)),
    ("another host", "3.2; RFC 9110, 7.4", "GET /health HTTP/1.1|Host: evil.example||", (421, 200)),
    ("somebody at our host", "RFC 9110, 4.2.4", "GET /health HTTP/1.1|Host: a@HERE||", (421, 200)),
    ("our host with a path", "3.2", "GET /health HTTP/1.1|Host: HERE/a||", (421, 200)),
    ("our host with letters in its port", "3.2", "GET /health HTTP/1.1|Host: HEREx||", (421, 200)),
    # Another spelling of this machine is led to the one address (HostTests).
    ("our host with another port", "3.2", "GET /health HTTP/1.1|Host: localhost:1||", (303, 200)),
    ("our host and a space and another", "3.2", "GET /health HTTP/1.1|Host: HERE evil.example||", (421, 200)),
    ("our host and a comma and another", "3.2", "GET /health HTTP/1.1|Host: HERE, evil.example||", (421, 200)),
    ("a NUL behind our host", "RFC 9110, 5.5", "GET /health HTTP/1.1|Host: HERE\0||", REFUSED),
    ("a space before the host's colon", "5.1", "GET /health HTTP/1.1|Host : HERE||", REFUSED),
]

VERSIONS = [
    ("HTTP/0.9", "RFC 1945, 4.1: long gone", "GET /health||", REFUSED),
    ("HTTP/1.0", "9.3: one request", "GET /health HTTP/1.0|Host: HERE||", (200,)),
    ("HTTP/1.0 without a host", "9.3", "GET /health HTTP/1.0||", (421,)),
    ("HTTP/1.0 that stays", "9.3", "GET /health HTTP/1.0|Host: HERE|Connection: keep-alive||", GOT),
    ("HTTP/1.2", "2.3", "GET /health HTTP/1.2|Host: HERE||", REFUSED),
    ("HTTP/1.10", "2.3", "GET /health HTTP/1.10|Host: HERE||", REFUSED),
    ("HTTP/2.0", "2.3: 505", "GET /health HTTP/2.0|Host: HERE||", REFUSED),
    ("http/1.1", "2.3: in capitals", "GET /health http/1.1|Host: HERE||", REFUSED),
    ("HTTQ/1.1", "2.3", "GET /health HTTQ/1.1|Host: HERE||", REFUSED),
    ("the preface of HTTP/2", "RFC 9113, 3.4", "PRI * HTTP/2.0||SM||", REFUSED),
    ("the hello of TLS", "nothing of HTTP", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + "a" * 600, REFUSED),
]

CONNECTIONS = [
    ("close", "9.6: no request behind it is read", GET + "Connection: close||", (200,)),
    ("Close", "RFC 9110, 7.6.1: in any case", GET + "Connection: Close||", (200,)),
    ("close among others", "RFC 9110, 7.6.1", GET + "Connection: x, close||", (200,)),
    ("close on a second line", "RFC 9110, 5.3", GET + "Connection: keep-alive|Connection: close||", (200,)),
    # Nobody changes protocol here; what came behind was meant for another one, or was not: it is not read.
    ("an upgrade to HTTP/2", "RFC 9113, 3.1: withdrawn", GET
     + "Connection: Upgrade, HTTP2-Settings|Upgrade: h2c|HTTP2-Settings: AAMAAABk||", (200,)),
    ("an upgrade to WebSocket", "RFC 9110, 7.8", GET + "Connection: Upgrade|Upgrade: websocket||", (200,)),
    ("an upgrade with a body", "RFC 9110, 7.8",
     POST + "Connection: Upgrade|Upgrade: h2c|Content-Length: 3||a=b", (401,)),
    ("GET with a body", "6.3; RFC 9110, 9.3.1", GET + "Content-Length: 3||a=b", GOT),
    ("GET with a request for a body", "6.3", GET + "Content-Length: LENGTH||" + HIDDEN, GOT),
    ("GET with chunks", "6.3", GET + "Transfer-Encoding: chunked||3|a=b|0||", GOT),
    ("HEAD with a body", "6.3; RFC 9110, 9.3.2", "HEAD" + GET[3:] + "Content-Length: 3||a=b", GOT),
    ("a form from elsewhere, with a request for a body", "6.3",
     "POST /connexion HTTP/1.1|Host: HERE|Content-Length: LENGTH||" + HIDDEN, (403, 200)),
    ("another host, with a request for a body", "6.3",
     "POST /connexion HTTP/1.1|Host: a.example|Content-Length: LENGTH||" + HIDDEN, (421, 200)),
    ("no such page, with a request for a body", "6.3",
     POST.replace("/deconnexion", "/rien") + "Content-Length: LENGTH||" + HIDDEN, (404, 200)),
    ("a length that Connection names", "RFC 9110, 7.6.1",
     POST + "Connection: Content-Length|Content-Length: 3||a=b", READ),
    ("a body that waits to be asked for", "RFC 9110, 10.1.1",
     POST + "Expect: 100-continue|Content-Length: 3||a=b", READ),
]

CORPUS = LENGTHS + CODINGS + CHUNKS + FIELDS + TARGETS + HOSTS + VERSIONS + CONNECTIONS


def written(text, port):
    """A row of the table as bytes."""
    text = text.replace("|", "\r\n").replace("HERE", f"localhost:{port}")
    hidden = HIDDEN.replace("|", "\r\n").replace("HERE", f"localhost:{port}")
    return text.replace("LENGTH", str(len(hidden))).encode("latin-1"), hidden.encode()


@pytest.mark.parametrize("name, source, text, expected", CORPUS, ids=[row[0] for row in CORPUS])
def test_where_a_message_ends_is_read_in_one_way_or_not_at_all(essaim, name, source, text, expected):
    """Who sends this hides a request behind it: it is answered as the second request that it is to everyone, or not."""
    hostile, hidden = written(text, essaim.port)
    if expected == ENDLESS:
        nothing_is_found_in_the_body(essaim.port, hostile + hidden)
    else:
        said = wire.say(essaim.port, hostile + hidden, is_head=hostile.startswith(b"HEAD"))
        assert said.is_closed, f"{source}: {said.statuses}, and the connection stays"
        if expected == REFUSED:
            assert len(said.replies) <= 1 and REFUSALS.issuperset(said.statuses), f"{source}: {said.statuses}"
        else:
            assert said.statuses == expected, source
    statuses, seconds = wire.health(essaim.port)
    assert statuses == (200,) and seconds < 2, (statuses, seconds)


def nothing_is_found_in_the_body(port, data):
    with wire.connect(port) as line:
        wire.send(line, data)
        heard, is_closed = wire.listen(line, patience=0.3)
        if not is_closed:
            line.shutdown(wire.socket.SHUT_WR)
            more, is_closed = wire.listen(line)
            heard += more
    # A refusal of what was announced, and one of a body that broke off.
    said = wire.Said(wire.replies(heard), is_closed)
    assert is_closed and len(said.replies) <= 2 and REFUSALS.issuperset(said.statuses), said.statuses


def test_the_hidden_request_is_one_that_is_answered(essaim):
    """What the table hides would be seen: alone, it is answered, and so it is behind an honest request."""
    _, hidden = written("", essaim.port)
    assert wire.say(essaim.port, hidden).statuses == (200,)
    honest, _ = written(GET + "|", essaim.port)
    assert wire.say(essaim.port, honest * 20 + hidden).statuses == (200,) * 21


def test_a_message_is_read_alike_in_whatever_pieces_it_comes(essaim):
    """Byte by byte: where a packet ends says nothing."""
    for text, expected in ((POST + "Content-Length: 3||a=b", READ), (CHUNKED + "3;a=b|a=b|0|X: y||", READ)):
        hostile, hidden = written(text, essaim.port)
        with wire.connect(essaim.port) as line:
            line.setsockopt(wire.socket.IPPROTO_TCP, wire.socket.TCP_NODELAY, 1)
            for byte in hostile + hidden:
                line.sendall(bytes((byte,)))
            heard, is_closed = wire.listen(line)
        assert is_closed and tuple(reply.status for reply in wire.replies(heard)) == expected


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    site = Site(tmp_path_factory.mktemp("wire-tls"))
    try:
        yield site
        site.essaim.stop()
    finally:
        site.essaim.close()


# The same request by HTTP/2, and the same form. RFC 9113 unless another is named.
ASK = {":method": "GET", ":scheme": "https", ":authority": "HERE", ":path": "/health"}
FORM = {":method": "POST", ":scheme": "https", ":authority": "HERE", ":path": "/deconnexion", "origin": "https://HERE",
        "content-type": "application/x-www-form-urlencoded"}


def fields(start, *more, first=(), **changed):
    """These fields with others before and behind them, some changed, and those left out that become None."""
    changed = {":" + name: value for name, value in changed.items()}
    return [*first, *((name, value) for name, value in (start | changed).items() if value is not None), *more]


def at_home(site, pairs):
    return [(name, value.replace("HERE", f"{NAME}:{site.port}")) for name, value in pairs]


BODY = (b"a=b",)
# name · where it is said · fields · frames of the body · trailers · what is answered; REFUSED is a reset of a stream,
# an end of the connection, or a refusal.
STREAMS = [
    ("a page", "8.1", fields(ASK), (), None, 200),
    ("a form", "8.1", fields(FORM, ("content-length", "3")), BODY, None, 401),
    ("a form in frames", "8.1", fields(FORM, ("content-length", "3")), (b"a", b"", b"=", b"b"), None, 401),
    ("a form without a length", "8.1", fields(FORM), BODY, None, 401),
    ("a length beyond the body", "8.1.1", fields(FORM, ("content-length", "9")), BODY, None, REFUSED),
    ("a length short of the body", "8.1.1", fields(FORM, ("content-length", "1")), BODY, None, REFUSED),
    ("a length without a body", "8.1.1", fields(FORM, ("content-length", "3")), (), None, REFUSED),
    ("a length of nothing and a body", "8.1.1", fields(FORM, ("content-length", "0")), BODY, None, REFUSED),
    ("two lengths", "8.1.1", fields(FORM, ("content-length", "3"), ("content-length", "0")), BODY, None, REFUSED),
    ("the same length in a list", "RFC 9110, 8.6", fields(FORM, ("content-length", "3, 3")), BODY, None, REFUSED),
    ("a length with a plus", "RFC 9110, 8.6", fields(FORM, ("content-length", "+3")), BODY, None, REFUSED),
    ("a negative length", "RFC 9110, 8.6", fields(FORM, ("content-length", "-3")), BODY, None, REFUSED),
    ("a length of 2^63", "RFC 9110, 8.6", fields(FORM, ("content-length", str(1 << 63))), BODY, None, REFUSED),
    ("chunks", "8.2.2", fields(FORM, ("transfer-encoding", "chunked")), (b"0\r\n\r\n",), None, REFUSED),
    ("chunks without a body", "8.2.2", fields(ASK, ("transfer-encoding", "chunked")), (), None, REFUSED),
    ("a length and chunks", "8.2.2",
     fields(FORM, ("content-length", "5"), ("transfer-encoding", "chunked")), (b"0\r\n\r\n",), None, REFUSED),
    ("Connection", "8.2.2", fields(ASK, ("connection", "close")), (), None, REFUSED),
    ("Keep-Alive", "8.2.2", fields(ASK, ("keep-alive", "timeout=5")), (), None, REFUSED),
    ("Proxy-Connection", "8.2.2", fields(ASK, ("proxy-connection", "close")), (), None, REFUSED),
    ("Upgrade", "8.2.2", fields(ASK, ("upgrade", "h2c")), (), None, REFUSED),
    ("TE of gzip", "8.2.2", fields(ASK, ("te", "gzip")), (), None, REFUSED),
    ("TE of trailers", "8.2.2: allowed", fields(ASK, ("te", "trailers")), (), None, 200),
    ("a name with a capital", "8.2.1", fields(ASK, ("X-Capital", "a")), (), None, REFUSED),
    ("a name with a line end", "8.2.1", fields(ASK, ("x\r\ny", "a")), (), None, REFUSED),
    ("a name with a space", "8.2.1", fields(ASK, ("x y", "a")), (), None, REFUSED),
    ("a name with a colon", "8.2.1", fields(ASK, ("x:y", "a")), (), None, REFUSED),
    ("a field without a name", "8.2.1", fields(ASK, ("", "a")), (), None, REFUSED),
    ("a value with a line end", "8.2.1", fields(ASK, ("x", "a\r\ny: b")), (), None, REFUSED),
    ("a value with a line feed", "8.2.1", fields(ASK, ("x", "a\nb")), (), None, REFUSED),
    ("a value with a return", "8.2.1", fields(ASK, ("x", "a\rb")), (), None, REFUSED),
    ("a value with a NUL", "8.2.1", fields(ASK, ("x", "a\0b")), (), None, REFUSED),
    ("two authorities", "8.3.1", fields(ASK, first=[(":authority", "a.example")]), (), None, REFUSED),
    ("two paths", "8.3.1", fields(ASK, first=[(":path", "/connexion")]), (), None, REFUSED),
    ("two methods", "8.3.1", fields(ASK, first=[(":method", "POST")]), (), None, REFUSED),
    ("two schemes", "8.3.1", fields(ASK, first=[(":scheme", "http")]), (), None, REFUSED),
    ("no path", "8.3.1", fields(ASK, path=None), (), None, REFUSED),
    ("no method", "8.3.1", fields(ASK, method=None), (), None, REFUSED),
    ("no scheme", "8.3.1", fields(ASK, scheme=None), (), None, REFUSED),
    ("no authority", "8.3.1", fields(ASK, authority=None), (), None, REFUSED),
    ("an empty path", "8.3.1", fields(ASK, path=""), (), None, REFUSED),
    ("a path without its slash", "8.3.1", fields(ASK, path="health"), (), None, REFUSED),
    ("a whole address for a path", "8.3.1", fields(ASK, path="http://a.example/health"), (), None, REFUSED),
    ("a line of HTTP/1.1 for a path", "8.3.1", fields(ASK, path="/health HTTP/1.1"), (), None, REFUSED),
    ("a path with a line end", "8.3.1", fields(ASK, path="/health\r\nx: y"), (), None, REFUSED),
    ("a path with a NUL", "8.3.1", fields(ASK, path="/health\0"), (), None, REFUSED),
    ("a pseudo-field of one's own", "8.3", fields(ASK, first=[(":x", "y")]), (), None, REFUSED),
    ("a pseudo-field behind a field", "8.3",
     fields(ASK, ("x", "y"), (":path", "/health"), path=None), (), None, REFUSED),
    ("an answer's pseudo-field", "8.3", fields(ASK, (":status", "200")), (), None, REFUSED),
    ("another authority", "8.3.1", fields(ASK, authority="a.example"), (), None, REFUSED),
    ("somebody at our authority", "8.3.1", fields(ASK, authority="a@HERE"), (), None, REFUSED),
    ("an authority with a line end", "8.3.1", fields(ASK, authority="HERE\r\nx: y"), (), None, REFUSED),
    ("our authority and another host", "8.3.1", fields(ASK, ("host", "a.example")), (), None, REFUSED),
    ("our authority and our host", "8.3.1: the same", fields(ASK, ("host", "HERE")), (), None, 200),
    ("two hosts", "RFC 9110, 7.2", fields(ASK, ("host", "HERE"), ("host", "HERE")), (), None, REFUSED),
    ("a method with a line end", "8.3.1", fields(ASK, method="GET / HTTP/1.1\r\nx: y"), (), None, REFUSED),
    ("a method with a space", "8.3.1", fields(ASK, method="GET "), (), None, REFUSED),
    ("CONNECT", "8.5", [(":method", "CONNECT"), (":authority", "HERE")], (), None, REFUSED),
    ("CONNECT with a path", "8.5", fields(ASK, method="CONNECT"), (), None, REFUSED),
    ("CONNECT for a WebSocket", "RFC 8441, 4",
     fields(ASK, (":protocol", "websocket"), method="CONNECT"), (), None, REFUSED),
    ("a trailer", "8.1: read and left", fields(FORM), BODY, [("x", "y")], 401),
    ("a trailer that names a path", "8.3", fields(FORM), BODY, [(":path", "/health")], REFUSED),
    ("a trailer with a capital", "8.2.1", fields(FORM), BODY, [("X", "y")], REFUSED),
    ("a field of 17 KB", "RFC 6585, 5", fields(ASK, ("x", "a" * 17_000)), (), None, REFUSED),
]


@pytest.mark.parametrize("name, source, said, body, trailers, expected", STREAMS, ids=[row[0] for row in STREAMS])
def test_a_stream_of_http_2_is_read_in_one_way_or_not_at_all(site, name, source, said, body, trailers, expected):
    """Nothing of it reaches another stream: the honest one beside it is answered, or the connection has ended."""
    connection = frames.Connection(site.port, NAME, site.trust())
    try:
        connection.ask(1, at_home(site, said), body, trailers and at_home(site, trailers))
        connection.ask(3, at_home(site, fields(ASK)))
        answers = connection.hear((1, 3))
    finally:
        connection.close()
    assert answers.get(3) == 200 or connection.is_closed, f"{source}: {answers}"
    if expected == REFUSED:
        is_ended = answers.get(1) == "reset" or (1 not in answers and connection.is_closed)
        assert is_ended or answers[1] in REFUSALS, f"{source}: {answers}"
    else:
        assert answers == {1: expected, 3: 200}, source
    assert site.get("/health").status == 200


# Every page is there for GET, and what answers POST or PUT does so at its own path alone (VerbTests, for every path).
PAGES = ["/health", "/connexion", "/demandes", "/actifs/rien.css", "/rien"]
KNOWN = ["TRACE", "DELETE", "PUT", "PATCH", "PROPFIND", "OPTIONS", "SOURCE", "PURGE"]
UNKNOWN = ["TRACK", "get", "Get", "QWERTZUIOPASDFGHJKLY", "A" * 5000, "G@T", "PRI"]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("method", KNOWN + UNKNOWN + ["CONNECT"], ids=lambda method: method[:24])
def test_a_method_that_a_page_does_not_have_does_nothing(essaim, method, page):
    """A page that does not have a method of ours is a page that is not there; a method that is none of ours is told so,
    whoever asks (docs/asvs.csv, 4.1.4); one that HTTP does not know is no request at all."""
    ours = method == "PUT"
    for origin, expected in (
            (f"http://localhost:{essaim.port}", 404 if ours else 405), ("http://evil.example", 403 if ours else 405)):
        said = wire.say(essaim.port, (
            f"{method} {page} HTTP/1.1\r\nHost: localhost:{essaim.port}\r\nOrigin: {origin}\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 0\r\n"
            "Connection: close\r\n\r\n").encode())
        assert said.is_closed and len(said.replies) == 1, said
        reply = said.replies[0]
        assert reply.status in ({expected} if method in KNOWN else REFUSALS), reply.status
        assert reply.status != 405 or reply.headers["allow"] == "GET, HEAD, POST, PUT"
        assert "set-cookie" not in reply.headers and b"Connection: close" not in reply.body


@pytest.mark.parametrize("page", PAGES)
def test_head_answers_as_get_does_without_its_body(essaim, page):
    tail = f" {page} HTTP/1.1\r\nHost: localhost:{essaim.port}\r\nConnection: close\r\n\r\n"
    got = wire.say(essaim.port, ("GET" + tail).encode())
    told = wire.say(essaim.port, ("HEAD" + tail).encode(), is_head=True)
    assert told.statuses == got.statuses and told.is_closed
    for name in ("content-type", "content-length", "cache-control", "location"):
        assert told.replies[0].headers.get(name) == got.replies[0].headers.get(name), name


# What one end may hold open: nothing said, half a first line, half a form, chunks that never end.
HELD = [
    ("nothing said", "", 600), ("half a first line", "GET /hea", 40), ("half the fields", GET + "X: a", 40),
    ("a form that is announced", POST + "Content-Length: 100000||", 40), ("half a chunk", CHUNKED + "ff|a", 40)]
# A slow end sends one more byte of these at each turn.
DRIPPED = [GET + "X: a", POST + "Content-Length: 100000||a", CHUNKED + "ffff|a", CHUNKED + "3;a"]
TURNS, TURN, PROMPTLY = 6, 0.5, 1.0


def test_slow_ends_keep_nobody_waiting(essaim):
    """Slow by the hundred: they hold a connection each, no place in the hall (docs/decisions/0062), and no thread."""
    few, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(few, min(most, 4096)), most))
    with contextlib.ExitStack() as held:
        for _, text, count in HELD:
            start, _ = written(text, essaim.port)
            for _ in range(count):
                wire.send(held.enter_context(wire.connect(essaim.port)), start)
        dripping = [held.enter_context(wire.connect(essaim.port)) for _ in DRIPPED * 10]
        for line, text in zip(dripping, DRIPPED * 10):
            wire.send(line, written(text, essaim.port)[0])
        for _ in range(10):
            is_never_read(held.enter_context(wire.connect(essaim.port)), essaim.port)
        for _ in range(TURNS):
            for line in dripping:
                wire.send(line, b"a")
            statuses, seconds = wire.health(essaim.port)
            assert statuses == (200,) and seconds < PROMPTLY, (statuses, seconds)
            page, _ = written("GET /connexion HTTP/1.1|Host: HERE|Connection: close||", essaim.port)
            start = time.monotonic()
            assert wire.say(essaim.port, page).statuses == (200,)
            assert time.monotonic() - start < PROMPTLY
            time.sleep(TURN)


def is_never_read(line, port):
    """Asks for the same page until nothing more can be sent: the answers stand unread, and hold the server's hand."""
    page, _ = written("GET /connexion HTTP/1.1|Host: HERE||", port)
    line.setblocking(False)
    with contextlib.suppress(BlockingIOError, ConnectionError):
        for _ in range(20_000):
            line.sendall(page * 100)
    line.setblocking(True)


# Seconds that a connection may bring nothing on where these are tried: a minute elsewhere.
PATIENCE = 2
# The slowest end, of a connection that was told farewell by HTTP/2, comes after four turns.
LATEST = 5 * PATIENCE + 1
LATE = [
    ("nothing said", "", ""), ("half a first line", "GET /hea", ""), ("half the fields", GET + "X: a", ""),
    ("a field by the byte", GET + "X: a", "a"), ("a form that is announced", POST + "Content-Length: 100000||", ""),
    ("a form by the byte", POST + "Content-Length: 100000||", "a"), ("half a chunk", CHUNKED + "ff|a", ""),
    ("chunks by the byte", CHUNKED, "1|a|"), ("an extension by the byte", CHUNKED + "3;a", "a"),
    ("a form that nobody reads, by the byte", "POST /rien HTTP/1.1|Host: HERE|Content-Length: 100000||", "a"),
    ("silence behind an answer", GET + "|", ""),
    ("silence behind an upgrade", GET + "Upgrade: h2c|Connection: Upgrade||", "")]


@pytest.fixture(scope="module")
def hasty(tmp_path_factory):
    essaim = Essaim(tmp_path_factory.mktemp("hasty") / "data", ESSAIM_PATIENCE=str(PATIENCE)).start()
    try:
        yield essaim
        essaim.stop()
    finally:
        essaim.close()


def left_open(lines, drops, seconds=LATEST):
    """Those of these connections, by name, that the server has not ended; a drop falls on each several times a turn."""
    end = time.monotonic() + seconds
    for line in lines.values():
        line.settimeout(0.1)
    while lines and time.monotonic() < end:
        readable, _, _ = select.select(list(lines.values()), [], [], PATIENCE / 8)
        for name, line in list(lines.items()):
            try:
                is_ended = line in readable and not line.recv(65536)
                if not is_ended and drops.get(name):
                    line.sendall(drops[name])
            except TimeoutError:
                # What came was of TLS alone.
                is_ended = False
            except OSError:
                is_ended = True
            if is_ended:
                del lines[name]
    return sorted(lines)


def test_an_end_that_brings_nothing_on_is_ended(hasty):
    with contextlib.ExitStack() as held:
        lines, drops = {}, {}
        for name, start, drop in LATE:
            lines[name] = held.enter_context(wire.connect(hasty.port))
            wire.send(lines[name], written(start, hasty.port)[0])
            drops[name] = written(drop, hasty.port)[0]
        assert left_open(lines, drops) == []
    assert wire.health(hasty.port)[0] == (200,)


def test_idle_connections_leave_files_and_the_database_their_descriptors(tmp_path):
    """Of 256 descriptors 300 who say nothing take half; who was in before them is answered, who comes after waits."""
    few, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    essaim = Essaim(tmp_path / "data", ESSAIM_PATIENCE=str(PATIENCE))
    resource.setrlimit(resource.RLIMIT_NOFILE, (256, most))
    try:
        essaim.start()
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(few, min(most, 4096)), most))
    with contextlib.closing(essaim), contextlib.ExitStack() as held:
        inside = held.enter_context(contextlib.closing(http.client.HTTPConnection("localhost", essaim.port)))
        used = []
        for place in range(310):
            if place in (0, 150) or place > 300:
                inside.request("GET", "/connexion")
                page = inside.getresponse()
                assert page.status == 200 and page.read()
                used.append(len(os.listdir(f"/proc/{essaim.process.pid}/fd")))
                time.sleep(PATIENCE / 20)
            else:
                held.enter_context(wire.connect(essaim.port))
        assert 128 < max(used) < 128 + 64, used
        assert Visitor(essaim.base).get("/connexion", timeout=LATEST).status == 200
        essaim.stop()


def test_an_answer_that_nobody_reads_is_not_kept_for_ever(hasty):
    """It is not read here either: that the server hung up is seen by what can still be sent."""
    with wire.connect(hasty.port) as line:
        is_never_read(line, hasty.port)
        watch = select.poll()
        watch.register(line, select.POLLHUP | select.POLLERR | select.POLLRDHUP)
        assert watch.poll(LATEST * 1000), "the connection stays"


def test_a_line_that_is_slow_and_steady_is_heard_to_the_end(hasty):
    """A form of 32 KB at 8 KB a second, and a page behind it: longer than the server's patience."""
    form = "a=" + "b" * 31_998
    start, hidden = written(POST + f"Content-Length: {len(form)}||", hasty.port)
    with wire.connect(hasty.port) as line:
        wire.send(line, start)
        for place in range(0, len(form), 2000):
            wire.send(line, form[place:place + 2000].encode())
            time.sleep(0.25)
        wire.send(line, hidden)
        heard, is_closed = wire.listen(line)
    assert is_closed and tuple(reply.status for reply in wire.replies(heard)) == READ


@pytest.fixture(scope="module")
def hasty_tls(tmp_path_factory):
    site = Site(tmp_path_factory.mktemp("hasty-tls"))
    try:
        site.essaim.stop()
        site.essaim.settings["ESSAIM_PATIENCE"] = str(PATIENCE)
        site.essaim.start(is_awaited=False)
        site.wait_until_answers()
        yield site
        site.essaim.stop()
    finally:
        site.essaim.close()


def test_over_tls_too_nobody_stays_who_says_nothing(hasty_tls):
    """Neither before the handshake nor behind it, nor with a connection of HTTP/2 that never says farewell."""
    site = hasty_tls
    with contextlib.ExitStack() as held:
        lines = {name: held.enter_context(wire.connect(site.port)) for name in ("nothing said", "half a hello")}
        wire.send(lines["half a hello"], b"\x16\x03\x01\x02\x00")
        lines["a handshake alone"] = held.enter_context(
            site.trust().wrap_socket(wire.connect(site.port), server_hostname=NAME))
        lines["HTTP/2 without a stream"] = frames.Connection(site.port, NAME, site.trust()).wire
        assert left_open(lines, {}) == []
    assert site.get("/health").status == 200


def visited(site, path):
    with contextlib.closing(site.connection()) as connection:
        connection.request("GET", path)
        return connection.getresponse().read()


def is_ended(connection, stream, drop=b""):
    """Whether the server ends the stream; a drop falls on it several times a turn."""
    connection.wire.settimeout(PATIENCE / 8)
    end = time.monotonic() + LATEST
    while stream not in connection.resets and not connection.is_closed and time.monotonic() < end:
        if drop:
            connection.say(drop)
        connection.hear([0], patience=PATIENCE / 8)
    return stream in connection.resets


def test_a_stream_that_brings_nothing_on_is_ended_alone(hasty_tls):
    """A body by the byte; the answer to another stream of the same connection comes as ever."""
    connection = frames.Connection(hasty_tls.port, NAME, hasty_tls.trust())
    with contextlib.closing(connection):
        form = frames.block(at_home(hasty_tls, fields(FORM)))
        connection.say(frames.frame(frames.HEADERS, frames.END_HEADERS, 1, form))
        assert is_ended(connection, 1, frames.frame(frames.DATA, 0, 1, b"a"))
        connection.ask(3, at_home(hasty_tls, fields(ASK)))
        assert connection.hear([3])[3] == 200


def test_an_answer_that_nobody_takes_ends_its_stream(hasty_tls):
    """The other end leaves it no room, and makes some for the connection, so that this is not silent."""
    page = visited(hasty_tls, "/connexion").decode()
    path = max(re.findall(r'"(/actifs/[^"]+)"', page), key=lambda path: len(visited(hasty_tls, path)))
    connection = frames.Connection(hasty_tls.port, NAME, hasty_tls.trust(), window=0)
    with contextlib.closing(connection):
        connection.ask(1, at_home(hasty_tls, fields(ASK, path=path)))
        assert is_ended(connection, 1, frames.frame(frames.WINDOW_UPDATE, 0, 0, b"\0\0\0\1"))
        assert connection.answers[1] == 200


def test_what_a_server_logs_is_on_its_error_output_and_nowhere_else(tmp_path):
    folder = tmp_path / "data"
    essaim = Essaim(folder).start()
    with contextlib.closing(essaim):
        assert Visitor(essaim.base).get("/connexion?qui=personne").status == 200
        essaim.stop()
    assert essaim.output.read_bytes() == b""
    assert b" path=/connexion " in essaim.log.read_bytes(), essaim.log.read_text()[-400:]
    assert not [path for path in folder.rglob("*.log") if path.is_file()]
