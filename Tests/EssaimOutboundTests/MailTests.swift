import Foundation
import Testing

@testable import EssaimOutbound

@Suite struct MailTests {
    /// What the peer read, with Python's own parser.
    struct Received: Decodable {
        let subject: String
        let sender: String
        let address: String
        let moment: Int
        let identifier: String
        let text: String
        let longest: Int
        let ascii: Bool
        let bare: Int
        let defects: [String]
        let files: [[String]]
        let headers: [[String]]
        let commands: [String]
        let login: [String]?
        let tls: Bool
    }

    private func peer(_ options: [String: Any] = [:]) throws -> Peer {
        let json = try JSONSerialization.data(withJSONObject: options)
        return try Peer("mail_peer.py", [String(decoding: json, as: UTF8.self)])
    }

    private func mail(_ change: (inout OutgoingMail) -> Void = { _ in }) -> OutgoingMail {
        var mail = OutgoingMail(
            from: "noreply@reseau.example", to: "dr@cabinet.example", subject: "Point de contrôle", text: "Bonjour,\n",
            messageID: "0190-1@reseau.example", date: Date(timeIntervalSince1970: 1_795_287_600))
        change(&mail)
        return mail
    }

    private func send(_ mail: OutgoingMail, to peer: Peer? = nil) async throws -> Received {
        let peer = try peer ?? self.peer()
        let server = try #require(MailServer("smtp://127.0.0.1:\(peer.port)"))
        try await OutgoingDoor().send(mail, through: server)
        let received = try JSONDecoder().decode(Received.self, from: peer.next())
        #expect(received.ascii)
        #expect(received.bare == 0)
        #expect(received.defects == [])
        return received
    }

    private func fault(_ mail: OutgoingMail, _ server: MailServer?) async throws -> OutgoingFault? {
        await OutgoingDoor().fault(sending: mail, through: try #require(server))
    }

    @Test func `a mail is read as it was written`() async throws {
        let received = try await send(mail { $0.fromName = "Télé-expertise, \"Bretagne\"" })
        #expect(received.subject == "Point de contrôle")
        #expect(received.sender == "Télé-expertise, \"Bretagne\"")
        #expect(received.address == "noreply@reseau.example")
        #expect(received.moment == 1_795_287_600)
        #expect(received.identifier == "<0190-1@reseau.example>")
        #expect(received.text == "Bonjour,\n")
        #expect(received.files == [])
        #expect(received.longest <= 76)
        #expect(received.tls == false)
        #expect(
            received.commands == [
                "EHLO reseau.example", received.commands[1], "RCPT TO:<dr@cabinet.example>", "DATA",
            ])
        #expect(received.commands[1].hasPrefix("MAIL FROM:<noreply@reseau.example> SIZE="))
        #expect(
            received.headers.map { $0[0] } == [
                "Date", "From", "To", "Message-ID", "Subject", "Auto-Submitted", "MIME-Version", "Content-Type",
                "Content-Transfer-Encoding",
            ])
        #expect(received.headers[0][1] == "Sat, 21 Nov 2026 19:00:00 +0000")
    }

    private static let subjects = [
        "", "Plain", " spaces ", "=?UTF-8?B?QQ==?=", "a=?b", "Bcc: someone@example.com", "€", "👩🏽‍⚕️ réponse",
        String(repeating: "a", count: 300), String(repeating: "é", count: 200), String(repeating: "👩🏽‍⚕️", count: 40),
        "Nouvelle demande reçue — réponse attendue sous 48 h, dermatologie, Centre hospitalier de Quimper-Concarneau",
    ]

    @Test func `a subject of any length and alphabet is read as it was written`() async throws {
        let peer = try peer()
        for subject in Self.subjects {
            let received = try await send(mail { $0.subject = subject }, to: peer)
            #expect(received.subject == subject)
            #expect(received.headers.count == 9)
            #expect(received.longest <= 76)
        }
    }

    private static let texts = [
        "", "\n", ".", ".\n", "a\n.\nb\n..\n.c\n", "\r\n.\r\nQUIT\r\n", "From x\n", "=3D = =\n", "trailing \t \n \n",
        "tab\tnul\0bell\u{7}\n", "no end", String(repeating: "long ", count: 500),
        String(repeating: "é", count: 4000) + "\n", String(repeating: ".", count: 4000), "--=_essaim--\n",
    ]

    @Test func `a text of any shape is read as it was written`() async throws {
        let peer = try peer()
        for text in Self.texts {
            let file = OutgoingMail.Attachment(name: "a.txt", mediaType: "text/plain", bytes: [])
            let received = try await send(mail { ($0.text, $0.attachments) = (text, [file]) }, to: peer)
            #expect(received.text.trimmingSuffix("\n") == text.replacing("\r\n", with: "\n").trimmingSuffix("\n"))
            #expect(received.longest <= 76)
            #expect(received.files == [["a.txt", "text/plain", ""]])
        }
    }

    @Test func `a text of any characters comes back`() async throws {
        var dice = SplitMix(seed: 20_261_122)
        let pieces = ["\n", "\r\n", ".", "=", " ", "é", "👩🏽‍⚕️", "a", "\t", "--=_essaim", "\u{0}", "\u{2028}"]
        var text = ""
        for _ in 0..<20_000 { text += pieces[Int(dice.next() % UInt64(pieces.count))] }
        let received = try await send(mail { $0.text = text + "." })
        #expect(received.text == text.replacing("\r\n", with: "\n") + ".\n")
        #expect(received.longest <= 76)
    }

    @Test func `files come back byte for byte under their names`() async throws {
        let every = (0..<70_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let names = [
            "point.txt", "Résumé de l'avis n°2 (été).pdf", "a\"b;c.txt", "100%.bin", String(repeating: "é", count: 100),
        ]
        let received = try await send(
            mail { mail in
                mail.attachments = names.map { .init(name: $0, mediaType: "application/octet-stream", bytes: every) }
                mail.attachments.append(.init(name: "vide", mediaType: "image/svg+xml", bytes: []))
            })
        let expected = names.map { [$0, "application/octet-stream", Data(every).base64EncodedString()] }
        #expect(received.files == expected + [["vide", "image/svg+xml", ""]])
        #expect(received.text == "Bonjour,\n")
    }

    private static let notAddresses = [
        "a@b\r\nRCPT TO:<c@d>", "a@b\nc", "a@b\0", "a@b c", "a b@c", "", "a", "@b", "a@", "a@@b", "a@b@c", "a@b>",
        "<a@b>",
        "a@b,c@d", "a@b;c", "\"a b\"@c", "a@[127.0.0.1]", "é@b", "a@é.fr", ".a@b", "a.@b", "a..b@c", "a@-b", "a@b-",
        "a@b..c",
        "a@b.", "a@b>\u{20}SIZE=1", "a@" + String(repeating: "b", count: 64), String(repeating: "a", count: 65) + "@b",
    ]

    @Test func `an address that could say more than an address is refused, and nothing is sent`() async throws {
        let peer = try peer()
        let server = MailServer("smtp://127.0.0.1:\(peer.port)")
        for address in Self.notAddresses {
            #expect(try await fault(mail { $0.to = address }, server) == .badAddress, "\(address)")
            #expect(try await fault(mail { $0.from = address }, server) == .badAddress, "\(address)")
            #expect(try await fault(mail { $0.messageID = address }, server) == .badAddress, "\(address)")
        }
        #expect(try peer.end() == "")
    }

    @Test(arguments: [
        "a\r\nBcc: x@y", "a\nb", "a\rb", "a\0", "\u{85}", "\u{2028}", "\t", String(repeating: "a", count: 1001),
    ])
    func `a subject or a name that could say more than one line is refused`(_ text: String) async throws {
        let server = MailServer("smtp://127.0.0.1:9")
        #expect(try await fault(mail { $0.subject = text }, server) == .badAddress)
        #expect(try await fault(mail { $0.fromName = text }, server) == .badAddress)
    }

    @Test func `a file, a date or a size that a mail cannot hold is refused`() async throws {
        let server = MailServer("smtp://127.0.0.1:9")
        for (name, type) in [
            ("a\r\nX: y", "text/plain"), ("", "text/plain"), (String(repeating: "a", count: 201), "text/plain"),
            ("a", "text"), ("a", "text/plain; charset=utf-8"), ("a", "text/plain\r\nX: y"), ("a", "message/rfc822"),
            ("a", "Multipart/mixed"), ("a", "/"), ("a", "a/b/c"), ("a", "té/x"),
        ] {
            let bad = mail { $0.attachments = [.init(name: name, mediaType: type, bytes: [1])] }
            #expect(try await fault(bad, server) == .badAddress)
        }
        for seconds in [-1, 253_402_300_800, Double.nan, Double.infinity] {
            #expect(try await fault(mail { $0.date = Date(timeIntervalSince1970: seconds) }, server) == .badAddress)
        }
        let large = mail {
            $0.attachments = [
                .init(name: "a", mediaType: "image/png", bytes: Array(repeating: 0, count: MailMessage.largest))
            ]
        }
        #expect(try await fault(large, server) == .tooLarge)
    }

    @Test(arguments: [
        ("greeting", "554 no", 554), ("MAIL", "451 later", 451), ("RCPT", "550 unknown", 550), ("DATA", "554 no", 554),
        ("message", "552 full", 552), ("EHLO", "500 what", 250),
    ])
    func `a server's refusal is told by its code`(_ command: String, _ reply: String, _ code: Int) async throws {
        let peer = try peer(["replies": [command: reply]])
        let fault = try await fault(mail(), MailServer("smtp://127.0.0.1:\(peer.port)"))
        // After a refused EHLO, libcurl greets with HELO, which this peer takes.
        #expect(fault == (code == 250 ? nil : .refusedByPeer(code)))
    }

    @Test func `a mail taken is sent, even if the server does not say goodbye`() async throws {
        let peer = try peer(["replies": ["QUIT": "silent"]])
        let start = ContinuousClock.now
        let brief = mail { $0.timeout = .milliseconds(900) }
        #expect(try await fault(brief, MailServer("smtp://127.0.0.1:\(peer.port)")) == nil)
        #expect(ContinuousClock.now - start < .seconds(60))
    }

    @Test func `a server that stays silent is left in time`() async throws {
        let peer = try peer(["replies": ["MAIL": "silent"]])
        let slow = mail { $0.timeout = .milliseconds(400) }
        #expect(try await fault(slow, MailServer("smtp://127.0.0.1:\(peer.port)")) == .timedOut)
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: Character) -> String {
        String(reversed().drop { $0 == suffix }.reversed())
    }
}

/// Steele, Lea and Flood's generator: the same numbers at each run.
private struct SplitMix {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
