import EssaimDomain

/// What is asked beside a password, and how it is checked. What it refuses it says to the technical log, not to who asks.
public protocol SecondFactors: Sendable {
    /// The period whose code was typed; nil for a wrong code, or one of a period that was taken already.
    func period(of code: String, secret: [UInt8], at now: Instant, after last: Int?) -> Int?
    /// How an application is given a secret: to type, and as a square code.
    func setUp(_ secret: [UInt8], for login: String) -> TimeCodeSetUp
    /// What recovery codes are kept as; nil for what is none.
    func digest(ofRecovery typed: String) -> [UInt8]?
    func newRecoveryCodes() -> [(printed: String, digest: [UInt8])]
    /// 256 random bits.
    func newChallenge() -> [UInt8]
    /// Nil for an answer that is not to our challenge, or not of this site.
    func key(of answer: NewPasskey, challenge: [UInt8]) -> Passkey.Key?
    /// How often the key signed; nil when it did not sign our challenge.
    func count(of answer: PasskeyAnswer, by key: Passkey.Key, challenge: [UInt8]) -> UInt32?
}

/// A secret for an application that shows codes.
public struct TimeCodeSetUp: Sendable {
    /// A square code: dark modules side by side in one row, counted from the top left corner.
    public struct Square: Sendable {
        public struct Run: Sendable {
            public let column: Int
            public let row: Int
            public let length: Int

            public init(column: Int, row: Int, length: Int) {
                self.column = column
                self.row = row
                self.length = length
            }
        }

        public let side: Int
        public let runs: [Run]

        public init(side: Int, runs: [Run]) {
            self.side = side
            self.runs = runs
        }
    }

    /// In groups of four letters and figures.
    public let typed: String
    /// Nil where none could be drawn: the secret is typed then.
    public let square: Square?

    public init(typed: String, square: Square?) {
        self.typed = typed
        self.square = square
    }
}
