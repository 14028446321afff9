import Crypto
import EssaimDomain
import Foundation

/// Writes the history's entries: who, as what, did what to which object, when, with what outcome. No clinical text: the
/// content is named by its commitment only.
public struct HistoryRecorder: Sendable {
    public init() {}

    /// An entry to be appended in the transaction of what it witnesses.
    /// - Parameters:
    ///   - place: the address that asked, as far as it is known.
    ///   - content: what the entry commits to without saying it.
    ///   - record: the act whole, kept beside the entry for its receipt; it is then the content too.
    public func entry(
        _ action: String, outcome: String = "done", at now: Instant, by person: Person?, from place: String = "",
        as relations: Set<Relation> = [], request: AdviceRequest? = nil, network: Identifier<Network>? = nil,
        content: String? = nil, record: String? = nil, detail: [String: String] = [:]
    ) -> HistoryEntry {
        var random = SystemRandomNumberGenerator()
        let salt = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
        let payload = Payload(
            v: 1, at: now.milliseconds, action: action, outcome: outcome, person: person?.id.rawValue,
            nationalId: person?.rpps?.nationalId, relations: relations.map(\.rawValue).sorted(),
            request: request?.id.rawValue, number: request?.number.rawValue, version: request?.version,
            state: request?.state.rawValue, network: (network ?? request?.network)?.rawValue,
            place: place.isEmpty ? nil : place,
            content: (record ?? content).map { Self.hex(Self.commitment(salt: salt, payload: $0)) },
            record: record == nil ? nil : true, detail: detail)
        let text = Self.canonical(payload)
        return HistoryEntry(
            id: .new(at: now), at: now, request: request?.id, network: network ?? request?.network,
            person: person?.id, action: action, outcome: outcome, payload: text, salt: salt,
            commitment: Self.commitment(salt: salt, payload: text), record: record)
    }

    /// SHA-256(salt ‖ payload), what a public leaf holds.
    public static func commitment(salt: [UInt8], payload: String) -> [UInt8] {
        var hasher = SHA256()
        hasher.update(data: salt)
        var payload = payload
        payload.withUTF8 { hasher.update(bufferPointer: UnsafeRawBufferPointer($0)) }
        return Array(hasher.finalize())
    }

    /// Lower case.
    public static func hex(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// Keys sorted, no white space, absent values left out: one value, one text.
    static func canonical(_ payload: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // A payload of texts and integers always encodes.
        return (try? encoder.encode(payload)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}

private struct Payload: Encodable {
    let v: Int
    let at: Int64
    let action: String
    let outcome: String
    let person: String?
    let nationalId: String?
    let relations: [String]
    let request: String?
    let number: String?
    let version: Int?
    let state: String?
    let network: String?
    /// From where.
    let place: String?
    let content: String?
    /// An act stands beside the entry: its absence is a fault.
    let record: Bool?
    let detail: [String: String]
}
