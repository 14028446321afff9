import Crypto
import EssaimWorkflow
import Foundation
import Logging

/// What the technical log says of sign-ins that leave no entry, for there is nobody whose entry it were (ASVS 5.0, 16.3.1).
/// The login is not said: people type their password there. The address is, as a digest under a salt of this start: lines of
/// one address can be told together, and no list of addresses opened.
struct SignInLog: SignInListener {
    private let logger: Logger
    private let salt = (0..<16).map { _ in UInt8.random(in: 0...255) }

    init(_ logger: Logger) { self.logger = logger }

    func refused(_ why: RefusedSignIn, from place: String) {
        let digest = SHA256.hash(data: salt + Array(place.utf8)).prefix(6)
        logger.notice(
            "sign-in refused",
            metadata: ["why": "\(why.words)", "from": "\(digest.map { String(format: "%02x", $0) }.joined())"])
    }
}
