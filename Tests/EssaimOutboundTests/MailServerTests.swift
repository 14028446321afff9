import Foundation
import Testing

@testable import EssaimOutbound

@Suite struct MailServerTests {
    @Test(arguments: [
        ("smtp://mail.example", "smtp://mail.example:587", MailServer.Security.startTLS),
        ("smtp://mail.example:25/", "smtp://mail.example:25", .startTLS),
        ("smtps://mail.example", "smtps://mail.example:465", .implicitTLS),
        ("smtps://localhost:1", "smtps://localhost:1", .implicitTLS),
        ("smtp://localhost", "smtp://localhost:25", .plain), ("smtp://127.0.0.1:2525", "smtp://127.0.0.1:2525", .plain),
        ("smtp://[::1]", "smtp://[::1]:25", .plain), ("smtp://10.0.0.1", "smtp://10.0.0.1:587", .startTLS),
        ("smtp://user:hunter2@mail.example", "smtp://user@mail.example:587", .startTLS),
        ("SMTP://a%40b.fr:hunter2%2F@mail.example", "smtp://a@b.fr@mail.example:587", .startTLS),
    ])
    func `a server is read, and described without its password`(
        _ text: String, _ description: String, _ security: MailServer.Security
    ) throws {
        let server = try #require(MailServer(text))
        #expect(server.security == security)
        #expect("\(server)" == description)
        var dumped = ""
        dump(server, to: &dumped)
        for shown in ["\(server)", String(reflecting: server), dumped] { #expect(!shown.contains("hunter2")) }
    }

    @Test func `a name and a password may hold any printable character`() throws {
        let server = try #require(MailServer("smtp://a%40b.fr:%3A%2F%C3%A9%25@mail.example"))
        #expect(server.user == "a@b.fr")
        #expect(server.password?.text == ":/é%")
    }

    @Test(arguments: [
        "", "mail.example", "mail.example:25", "http://mail.example", "imap://mail.example", "smtp://",
        "smtp:mail.example",
        "smtp://mail.example/path", "smtp://mail.example?x", "smtp://mail.example#x", "smtp://mail.example:0",
        "smtp://mail.example:65536", "smtp://mail.example:x", "smtp://user@mail.example",
        "smtp://:password@mail.example",
        "smtp://user:@mail.example", "smtp://us%0D%0Aer:p@mail.example", "smtp://user:p%00@mail.example",
        "smtp://user:p%0A@mail.example", "smtp://mail.example\r\n", "smtp://mail example",
        "smtp://user;AUTH=NTLM:p@mail.example",
        "smtp://[fe80::1%25eth0]",
    ])
    func `what is not a mail server is not read as one`(_ text: String) {
        #expect(MailServer(text) == nil)
    }

    private func peer(_ options: [String: Any]) throws -> Peer {
        let json = try JSONSerialization.data(withJSONObject: options)
        return try Peer("mail_peer.py", [String(decoding: json, as: UTF8.self)])
    }

    private func fault(_ door: OutgoingDoor, _ server: MailServer) async -> OutgoingFault? {
        await door.fault(
            sending:
                OutgoingMail(
                    from: "a@reseau.example", to: "b@cabinet.example", subject: "s", text: "t",
                    messageID: "1@reseau.example",
                    date: Date(timeIntervalSince1970: 0)), through: server)
    }

    @Test(arguments: [("PLAIN", "smtp"), ("LOGIN", "smtp"), ("CRAM-MD5 PLAIN", "smtp"), ("LOGIN", "smtps")])
    func `name and password are given under TLS, to a server that proved who it is`(
        _ offered: String, _ scheme: String
    ) async throws {
        let authority = try Authority()
        let pair = try authority.issue("DNS:localhost")
        let peer = try peer([
            "certificate": pair[0], "key": pair[1], "startTLS": scheme == "smtp", "implicit": scheme == "smtps",
            "login": offered,
        ])
        var server = try #require(MailServer("\(scheme)://a%40b.fr:s%C3%A9same%25@localhost:\(peer.port)"))
        if scheme == "smtp" { server.security = .startTLS }
        #expect(await fault(OutgoingDoor(), server) == .certificate)
        #expect(await fault(OutgoingDoor(authorities: authority.path), server) == nil)
        let received = try JSONDecoder().decode(MailTests.Received.self, from: peer.next())
        #expect(received.login == ["a@b.fr", "sésame%"])
        #expect(received.tls)
        #expect(try peer.end() == "")
    }

    @Test func `a server that must offer STARTTLS and does not gets neither password nor mail`() async throws {
        let peer = try peer(["login": "PLAIN"])
        var server = try #require(MailServer("smtp://user:password@127.0.0.1:\(peer.port)"))
        server.security = .startTLS
        #expect(await fault(OutgoingDoor(), server) == .notSecure)
        #expect(try peer.end() == "")
    }

    @Test func `a password that the server refuses is told`() async throws {
        let peer = try peer(["login": "PLAIN", "replies": ["AUTH": "535 no"]])
        let server = try #require(MailServer("smtp://user:password@127.0.0.1:\(peer.port)"))
        #expect(await fault(OutgoingDoor(), server) == .refusedByPeer(535))
        #expect(try peer.end() == "")
    }
}
