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
        let words = PayloadWords(payload)
        guard words.begin(with: #"{"action":"\#(row.action)","at":\#(row.at.milliseconds),"#),
            words.say("outcome", row.outcome), words.say("person", row.person),
            words.say("request", row.request), words.say("network", row.network)
        else { throw fault("porte des colonnes qui ne sont pas ses mots") }
        guard row.record != nil || !words.hold(#","record":true"#) else { throw fault("a perdu son acte") }
        if let record = row.record {
            let content = HistoryRecorder.hex(HistoryRecorder.commitment(salt: salt, payload: record))
            guard words.say("content", content) else { throw fault("porte un acte qui n’est pas le sien") }
        }
        return true
    }

    private func fault(_ what: String) -> JournalFault {
        .damaged("l’inscription \(row.leaf), du \(row.at.utcText), \(what)")
    }
}

/// A canonical payload, searched by its bytes: a text searched by its characters costs twenty times as much.
struct PayloadWords {
    private let bytes: [UInt8]

    init(_ payload: String) { bytes = Array(payload.utf8) }

    func begin(with text: String) -> Bool { bytes.starts(with: text.utf8) }

    /// Whether the key stands there with that value; without one, whether the key does not stand there at all: a column
    /// that was emptied hides the entry from who looks for it.
    func say(_ key: String, _ value: String?) -> Bool {
        guard let value else { return !hold(#""\#(key)":""#) }
        return hold(#""\#(key)":"\#(value)""#)
    }

    func hold(_ text: String) -> Bool {
        let wanted = Array(text.utf8)
        guard let first = wanted.first, bytes.count >= wanted.count else { return false }
        return bytes.withUnsafeBufferPointer { all in
            wanted.withUnsafeBufferPointer { wanted in
                (0...(all.count - wanted.count)).contains { start in
                    all[start] == first && all[start..<start + wanted.count].elementsEqual(wanted)
                }
            }
        }
    }
}

extension Instant {
    /// The minute in UTC, `2026-11-22T04:10Z`: what a public leaf says of its time.
    public var utcText: String {
        String(OffsetRules.fixed(seconds: 0).civil(at: self).description.dropLast(3)) + "Z"
    }
}
