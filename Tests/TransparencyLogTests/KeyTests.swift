import Foundation
import Testing
import TransparencyLog

@Suite struct KeyTests {
    /// The keys that Go's note package publishes in its documentation and tests.
    static let peterSecret = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
    static let peter = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    static let enoch = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop"

    @Test func `the published secret gives the published key, and both are written as they were read`() throws {
        let secret = try #require(SigningKey(text: Self.peterSecret))
        #expect(secret.text == Self.peterSecret)
        #expect(secret.verifier.text == Self.peter)
        let key = try #require(VerifierKey(text: Self.peter))
        #expect(key == secret.verifier)
        #expect(key.name == "PeterNeumann")
        #expect(key.id == 0xc74f_20a3)
        #expect(VerifierKey(text: Self.enoch)?.id == 0xaf0c_fe78)
    }

    @Test func `no part of a key's text is a key, and no character of it can change`() {
        for (text, reads) in [
            (Self.peter, { VerifierKey(text: $0) != nil }), (Self.peterSecret, { SigningKey(text: $0) != nil }),
        ] as [(String, (String) -> Bool)] {
            #expect(reads(text))
            let bytes = Array(text.utf8)
            for start in 0..<bytes.count {
                for end in (start + 1)...bytes.count where (start, end) != (0, bytes.count) {
                    #expect(!reads(String(decoding: bytes[start..<end], as: UTF8.self)))
                }
                var changed = bytes
                changed[start] += 1
                #expect(!reads(String(decoding: changed, as: UTF8.self)))
            }
        }
    }

    @Test(arguments: [
        "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
        "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n", "", "+", "++", "+++", "a+00000000+",
        " +00000000+AQ==",
    ])
    func `another spelling, another length, another type or another id is refused`(text: String) {
        #expect(VerifierKey(text: text) == nil)
    }

    @Test(arguments: [
        "", " ", "a b", "a+b", "a\n", "a\u{A0}", "a\u{2003}b", "a\u{3000}", "\t", "a\u{0}", "a\u{1F}", "\u{85}",
    ])
    func `a name that a note refuses makes no key`(name: String) {
        #expect(SigningKey(name: name) == nil)
    }

    @Test(arguments: ["essaim.example/journal", "a", "é", "日本", "a—b"])
    func `a fresh key signs, verifies, and is read back`(name: String) throws {
        let key = try #require(SigningKey(name: name))
        let other = try #require(SigningKey(name: name))
        #expect(key.text != other.text)
        let signature = key.sign("texte\n")
        #expect(key.verifier.verifies(signature, of: "texte\n"))
        #expect(!key.verifier.verifies(signature, of: "texte"))
        #expect(!other.verifier.verifies(signature, of: "texte\n"))
        let read = try #require(SigningKey(text: key.text))
        #expect(read.verifier == key.verifier)
        #expect(key.verifier.verifies(read.sign("texte\n"), of: "texte\n"))
        #expect(VerifierKey(text: key.verifier.text) == key.verifier)
    }

    @Test func `printing a secret key shows the public half`() throws {
        let key = try #require(SigningKey(text: Self.peterSecret))
        var dumped = "\(key) \(String(reflecting: key))"
        dump(key, to: &dumped)
        #expect(dumped.contains(Self.peter))
        #expect(!dumped.contains("AYEKFALVFGyNhPJEMzD1QIDr"))
        #expect(!dumped.contains("PrivateKey"))
    }

    @Test func `a cosignature is bound to its time, its text and its own id`() throws {
        let witness = try #require(SigningKey(name: "witness.example/w1"))
        let body = "example.com/log\n0\n" + MerkleHash.empty.base64 + "\n"
        let signature = witness.cosign(body, at: 1_679_315_147)
        let key = witness.verifier.cosigner
        #expect(key.id != witness.verifier.id)
        #expect(VerifierKey(text: key.text) == key)
        #expect(key.cosigner == key)
        #expect(signature.id == key.id)
        #expect(signature.bytes.count == 72)
        #expect(Array(signature.bytes.prefix(8)) == [0, 0, 0, 0, 0x64, 0x18, 0x50, 0xCB])
        #expect(key.verifies(signature, of: body))
        #expect(key.time(of: signature) == 1_679_315_147)
        #expect(!key.verifies(signature, of: body + "x\n"))
        #expect(!witness.verifier.verifies(signature, of: body))
        #expect(witness.verifier.time(of: signature) == nil)
        // What the log's signature of the same key says is no cosignature, and no byte of the time can change.
        #expect(!key.verifies(witness.sign(body), of: body))
        for index in signature.bytes.indices {
            #expect(!key.verifies(try changed(signature, at: index), of: body))
        }
        #expect(key.verifies(witness.cosign(body, at: .max), of: body))
        #expect(key.verifies(witness.cosign(body, at: 0), of: body))
    }

    /// The signature with the highest bit of a byte turned, written and read as a line.
    private func changed(_ signature: NoteSignature, at index: Int) throws -> NoteSignature {
        var bytes = signature.bytes
        bytes[index] ^= 0x80
        let head = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: signature.id >> $0) }
        return try NoteSignature(line: "— \(signature.name) \(Data(head + bytes).base64EncodedString())")
    }
}
