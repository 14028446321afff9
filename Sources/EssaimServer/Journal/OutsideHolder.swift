import EssaimOutbound
import EssaimWorkflow
import Foundation
import TransparencyLog

/// Who holds the journal's heads outside, as the operator writes it:
/// - `https://autre.exemple.fr/journal`, another server (c2sp.org/tlog-witness), with its public key after a space when it
///   is known: its cosignature is then checked;
/// - `mailto:archives@exemple.fr`, a mailbox.
public enum OutsideHolder: Sendable, Equatable {
    case server(url: String, key: VerifierKey?)
    case mailbox(String)

    /// Nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: " ").map(String.init)
        guard let address = parts.first, parts.count <= 2 else { return nil }
        if address.hasPrefix("mailto:"), parts.count == 1, address.contains("@") {
            self = .mailbox(String(address.dropFirst("mailto:".count)))
        } else if address.hasPrefix("https://") || address.hasPrefix("http://") {
            let key = parts.count == 2 ? VerifierKey(text: parts[1]) : nil
            guard parts.count == 1 || key != nil else { return nil }
            self = .server(url: address.hasSuffix("/") ? String(address.dropLast()) : address, key: key)
        } else {
            return nil
        }
    }
}

/// Another server, reached through the one door out.
struct OutsideWitness: JournalSharing.Witness {
    let door: OutgoingDoor
    let url: String
    let key: VerifierKey?

    var name: String { url }

    func add(_ request: AddCheckpoint) async throws -> (status: Int, text: String) {
        let answer = try await door.exchange(
            OutgoingCall(
                .post, url + "/add-checkpoint", headers: [("Content-Type", "text/plain; charset=utf-8")],
                body: Array(request.text.utf8), answerLimit: 64 << 10))
        return (answer.status, String(decoding: answer.body, as: UTF8.self))
    }

    func cosigned(_ text: String, _ checkpoint: SignedNote) -> Bool {
        guard let key else { return true }
        return text.split(separator: "\n").contains { line in
            guard let signature = try? NoteSignature(line: String(line)) else { return false }
            return key.cosigner.verifies(signature, of: checkpoint.body)
        }
    }
}
