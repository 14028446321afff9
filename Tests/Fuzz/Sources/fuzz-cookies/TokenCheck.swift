import EssaimDomain
import Foundation
import Fuzzing

@testable import EssaimIdentity

/// What holds for a session's token as a cookie brings it, and for the alphabet that it is written in.
enum TokenCheck {
    static func token(_ text: String) {
        for (alphabet, isURL) in [(UnpaddedBase64.url, true), (UnpaddedBase64.standard, false)] {
            guard let bytes = alphabet.decode(text) else {
                require(other(text, isURL) == nil, "what another reader takes was refused")
                continue
            }
            require(alphabet.encode(bytes) == text, "two spellings of one value")
            require(other(text, isURL) == bytes, "another reader reads something else")
        }
        digest(text)
        guard let token = SessionToken(text) else {
            require(text.utf8.count != 43 || UnpaddedBase64.url.decode(text)?.count != 32, "a token was refused")
            return
        }
        require(token.text == text, "another token")
        let printed = [
            "\(token)", token.debugDescription, String(reflecting: token),
            "\(Mirror(reflecting: token).children.count)",
        ]
        require(!printed.contains { $0.contains(text.prefix(12)) }, "the secret is printed")
        require(SessionDigest(token.digest.text) == token.digest, "a digest that its own text does not give")
        require(token.digest.text != text, "the digest is the secret")
        var near = Array(text.utf8)
        near[7] = near[7] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
        let neighbour = SessionToken(String(decoding: near, as: UTF8.self))
        require(neighbour?.digest != token.digest, "two tokens of one digest")
    }

    private static func digest(_ text: String) {
        guard let digest = SessionDigest(text) else { return }
        require(digest.text == text && digest.bytes.count == 32, "another digest")
    }

    /// Any bytes: written and read again, and compared with others.
    static func bytes(_ bytes: [UInt8]) {
        for alphabet in [UnpaddedBase64.url, .standard] {
            require(alphabet.decode(alphabet.encode(bytes)) == bytes, "other bytes come back")
        }
        let half = bytes.count / 2
        let (left, right) = (Array(bytes[..<half]), Array(bytes[(bytes.count - half)...]))
        require(ConstantTime.equal(left, right) == (left == right), "equality by another name")
        require(
            ConstantTime.equal(bytes, bytes) && (half == 0 || !ConstantTime.equal(bytes, left)), "not equal to itself")
    }

    /// The same text as Foundation reads it, when it is canonical.
    private static func other(_ text: String, _ isURL: Bool) -> [UInt8]? {
        let foreign = isURL ? "+/=" : "-_="
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !foreign.utf8.contains($0) }) else { return nil }
        var padded = isURL ? text.replacing("-", with: "+").replacing("_", with: "/") : text
        padded += String(repeating: "=", count: (4 - padded.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: padded), data.base64EncodedString() == padded else { return nil }
        return Array(data)
    }
}
