/// One thing wrong in a file, in French, where it stands.
public struct NetworkFileFault: Error, Sendable, Hashable {
    /// Counted from 1; nil when it belongs to no line.
    public let line: Int?
    /// In characters, from 1.
    public let column: Int?
    public let message: String

    /// Where something stands in a file.
    struct Place: Sendable, Hashable {
        let line: Int
        let column: Int
    }

    public init(line: Int?, column: Int? = nil, message: String) {
        self.line = line
        self.column = column
        self.message = message
    }

    /// « ligne 12, colonne 5 : la zone « nantes » n’existe pas… ».
    public var french: String {
        switch (line, column) {
        case (let line?, let column?): "ligne \(line), colonne \(column)\u{A0}: \(message)"
        case (let line?, nil): "ligne \(line)\u{A0}: \(message)"
        default: message
        }
    }
}

/// Everything wrong in a file, in the order of its lines; never empty.
public struct NetworkFileFaults: Error, Sendable, Hashable {
    public let list: [NetworkFileFault]

    public init(_ faults: [NetworkFileFault]) {
        list =
            faults.isEmpty
            ? [NetworkFileFault(line: nil, message: "Le fichier ne déclare aucun réseau.")]
            : faults.sorted { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
    }

    /// One line a fault.
    public var french: [String] { list.map(\.french) }
}
