import Crypto
import EssaimDomain

/// A file under way to a demand: known by who sends it and by a token that the sender drew, so that a line that was cut
/// goes on where it stopped.
public struct Upload: Sendable, Hashable {
    public let request: Identifier<AdviceRequest>
    public let person: Identifier<Person>
    /// 32 lower-case hexadecimal digits.
    public let token: String

    /// Nil for a token of another shape.
    public init?(request: Identifier<AdviceRequest>, person: Identifier<Person>, token: String) {
        let isDigit: (UInt8) -> Bool = { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        guard token.utf8.count == 32, token.utf8.allSatisfy(isDigit) else { return nil }
        self.request = request
        self.person = person
        self.token = token
    }

    /// A file that a form carries, by the form's key.
    public init(request: Identifier<AdviceRequest>, person: Identifier<Person>, formKey: String) {
        self.request = request
        self.person = person
        token = HistoryRecorder.hex(SHA256.hash(data: Array(formKey.utf8)).prefix(16))
    }

    /// Most bytes of one file.
    public static let limit = 52_428_800
}
