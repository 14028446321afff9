import Crypto
import EssaimDomain

/// One row of the history against its public leaf, and its columns against its own words.
struct JournalRowCheck {
    private let row: JournalRow
    private let entry: [UInt8]

    init(_ row: JournalRow, _ entry: [UInt8]) {
        self.row = row
        self.entry = entry
    }

    /// - Returns: false when the words were forgotten.
    /// - Throws: `JournalFault.damaged`, with what differs.
    func run() throws -> Bool {
        guard JournalLeaf(at: row.at, commitment: row.commitment).bytes == entry else {
            throw fault("n’est pas celle que le journal a scellée")
        }
        guard let payload = row.payload, let salt = row.salt else {
            guard row.payload == nil, row.salt == nil, row.record == nil, row.person == nil, row.request == nil else {
                throw fault("est à moitié effacée")
            }
            return false
        }
        guard HistoryRecorder.commitment(salt: salt, payload: payload) == row.commitment else {
            throw fault("a été modifiée")
        }
        // The words are canonical: sorted keys, no white space (`HistoryRecorder.canonical`). So each column stands in them
        // in one spelling, and inside a string its quotes would be escaped.
        guard payload.hasPrefix(#"{"action":"\#(row.action)","at":\#(row.at.milliseconds),"#),
            says(payload, "outcome", row.outcome), says(payload, "person", row.person),
            says(payload, "request", row.request), says(payload, "network", row.network)
        else { throw fault("porte des colonnes qui ne sont pas ses mots") }
        if let record = row.record {
            let content = HistoryRecorder.hex(HistoryRecorder.commitment(salt: salt, payload: record))
            guard says(payload, "content", content) else { throw fault("porte un acte qui n’est pas le sien") }
        }
        return true
    }

    private func says(_ payload: String, _ key: String, _ value: String?) -> Bool {
        // A column that was emptied hides the entry from who looks for it.
        guard let value else { return !payload.contains(#""\#(key)":""#) }
        return payload.contains(#""\#(key)":"\#(value)""#)
    }

    private func fault(_ what: String) -> JournalFault {
        .damaged("l’inscription \(row.leaf), du \(row.at.utcText), \(what)")
    }
}

extension Instant {
    /// The minute in UTC, `2026-11-22T04:10Z`: what a public leaf says of its time.
    public var utcText: String {
        String(OffsetRules.fixed(seconds: 0).civil(at: self).description.dropLast(3)) + "Z"
    }
}
