import EssaimDomain

/// What a hash costs: the parameters of Argon2 (RFC 9106 §3.1).
public struct Argon2Cost: Sendable, Hashable {
    /// Passes over the memory.
    public let passes: UInt32
    /// Memory in KiB.
    public let memory: UInt32
    /// Lanes.
    public let lanes: UInt32

    public init(passes: UInt32, memory: UInt32, lanes: UInt32) {
        self.passes = passes
        self.memory = memory
        self.lanes = lanes
    }

    /// Two passes over 19 MiB in one lane: OWASP's minimum for Argon2id, about 30 ms on two small cores.
    public static let standard = Argon2Cost(passes: 2, memory: 19 * 1024, lanes: 1)

    /// Beyond these a stored hash is refused rather than computed: a database row must not order 4 GiB of memory.
    var isReasonable: Bool {
        (1...16).contains(passes) && (1...4).contains(lanes) && (8 * lanes...256 * 1024).contains(memory)
    }
}

/// An Argon2id hash with its salt and cost, as a PHC string: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`.
public struct PasswordHash: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
    public let cost: Argon2Cost
    let salt: [UInt8]
    let digest: [UInt8]

    init(cost: Argon2Cost, salt: [UInt8], digest: [UInt8]) {
        self.cost = cost
        self.salt = salt
        self.digest = digest
    }

    /// As read from the database; nil unless it is an Argon2id string of version 19, written the one way we write it,
    /// of a reasonable cost, with a salt of 8 to 64 bytes and a hash of 16 to 64.
    public init?(phc: some StringProtocol) {
        let fields = phc.split(separator: "$", omittingEmptySubsequences: false)
        guard fields.count == 6, fields[0].isEmpty, fields[1] == "argon2id", fields[2] == "v=19",
            let cost = Self.cost(fields[3]), cost.isReasonable,
            let salt = UnpaddedBase64.standard.decode(fields[4]), (8...64).contains(salt.count),
            let digest = UnpaddedBase64.standard.decode(fields[5]), (16...64).contains(digest.count)
        else { return nil }
        self.init(cost: cost, salt: salt, digest: digest)
    }

    /// Never the hash: this is what a log or a failed expectation would print.
    public var description: String { "PasswordHash(…)" }
    public var customMirror: Mirror { Mirror(self, children: [:]) }

    /// As written in the database.
    public var phc: String {
        let salt = UnpaddedBase64.standard.encode(salt)
        let digest = UnpaddedBase64.standard.encode(digest)
        return "$argon2id$v=19$m=\(cost.memory),t=\(cost.passes),p=\(cost.lanes)$\(salt)$\(digest)"
    }

    private static func cost(_ text: some StringProtocol) -> Argon2Cost? {
        let fields = text.split(separator: ",", omittingEmptySubsequences: false)
        guard fields.count == 3, let memory = number(fields[0], "m="), let passes = number(fields[1], "t="),
            let lanes = number(fields[2], "p=")
        else { return nil }
        return Argon2Cost(passes: passes, memory: memory, lanes: lanes)
    }

    /// Decimal digits without a sign or a leading zero.
    private static func number(_ field: some StringProtocol, _ name: String) -> UInt32? {
        guard field.hasPrefix(name), let value = UInt32(field.dropFirst(name.count)),
            name + String(value) == String(field)
        else { return nil }
        return value
    }
}
