import Crypto
import Fuzzing

@testable import EssaimIdentity

/// What holds for what an authenticator says (WebAuthn §6.1): nothing is taken for another site, from nobody, or unread.
enum AuthenticatorCheck {
    static let site = "essaim.example"
    static let mark = Array(SHA256.hash(data: Array(site.utf8)))

    /// - Parameter bytes: all that follows the site's hash.
    static func data(_ bytes: [UInt8]) {
        let whole = mark + bytes
        require((try? AuthenticatorData(whole, site: "other.example")) == nil, "taken at another site")
        guard let read = try? AuthenticatorData(whole, site: site) else { return }
        let flags = bytes[0]
        require(flags & 1 == 1 && flags & 4 == 4, "nobody was there, or nobody was checked")
        require(read.flags.rawValue == flags, "other flags")
        let count = bytes[1..<5].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        require(read.count == count, "another counter")
        require((read.newKey != nil) == (flags & 0x40 != 0), "a key that was not announced, or lost")
        var expected = 5
        if let new = read.newKey {
            let length = Int(bytes[21]) << 8 | Int(bytes[22])
            require((1...1023).contains(length) && new.identifier == Array(bytes[23..<23 + length]), "another name")
            require(new.cose == Array(bytes[(23 + length)...].prefix(new.cose.count)), "another key")
            let value = try? CBOR(new.cose)
            require(value.map { (try? PasskeyKey(cose: $0)) != nil } ?? false, "the key as kept is no key")
            require(
                !new.key.isValid([], over: whole) && !new.key.isValid(new.cose, over: whole), "any signature is good")
            expected = 23 + length + new.cose.count
        }
        require((flags & 0x80 != 0) == (bytes.count > expected), "extensions that were not announced, or unread")
        require((try? AuthenticatorData(whole + [0], site: site)) == nil, "bytes after the end")
        require((try? AuthenticatorData(Array(whole.dropLast()), site: site)) == nil, "half of it is taken")
        var other = whole
        other[31] ^= 1
        require((try? AuthenticatorData(other, site: site)) == nil, "the site's last bit does not count")
    }
}
