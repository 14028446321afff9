import EssaimOutbound
import EssaimWorkflow
import Foundation
import TransparencyLog

/// A head of the journal that someone holds: what a backup is compared with.
public struct HeldNote: Sendable, Equatable {
    public let note: String
    public let holder: String
    let size: Int

    /// - Throws: `RestoreFault.against` for what is no checkpoint.
    public init(_ note: String, holder: String) throws(RestoreFault) {
        guard let signed = try? SignedNote(text: note), let checkpoint = try? Checkpoint(body: signed.body) else {
            throw .against(holder)
        }
        self.note = note
        self.holder = holder
        size = checkpoint.size
    }

    /// Of a file, or of a running server by its address.
    public static func fetched(_ place: String) async throws(RestoreFault) -> HeldNote {
        guard place.hasPrefix("https://") || place.hasPrefix("http://") else {
            guard let text = try? String(contentsOfFile: place, encoding: .utf8) else { throw .against(place) }
            return try HeldNote(text, holder: place)
        }
        let base = place.hasSuffix("/") ? String(place.dropLast()) : place
        let end =
            base.hasSuffix("/checkpoint") ? "" : base.hasSuffix("/journal") ? "/checkpoint" : "/journal/checkpoint"
        let answer = try? await OutgoingDoor().exchange(OutgoingCall(.get, base + end, answerLimit: 64 << 10))
        guard let answer, answer.status == 200 else { throw .against(place) }
        return try HeldNote(String(decoding: answer.body, as: UTF8.self), holder: place)
    }
}
