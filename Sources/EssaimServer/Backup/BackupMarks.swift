import EssaimMedia
import EssaimStorage
import Foundation

/// A table's end.
struct TableMark: Codable, Equatable {
    let table: String
    let rows: Int
    let digest: [UInt8]

    init(_ table: String, _ figure: TableFigure) {
        self.table = table
        rows = figure.rows
        digest = figure.digest
    }
}

/// A file's beginning.
struct FileMark: Codable, Equatable, Sendable {
    enum Place: String, Codable, Sendable {
        /// A kept file, sealed as it stands, under its name.
        case shelf
        /// A file of the `journal` folder.
        case journal
    }

    let place: Place
    let name: String
}

/// A file's end.
struct FileEndMark: Codable, Equatable {
    let byteCount: Int
    let digest: [UInt8]
    /// False for one that went while it was read: it is not put back.
    let isWhole: Bool
}

/// A backup's last word.
struct TrailerMark: Codable, Equatable, Sendable {
    var tables = 0
    var rows = 0
    var files = 0
    /// Of the files.
    var bytes = 0
    /// Files that a row names and that were not there.
    var absent: [String] = []
    /// SHA-256 of every frame before.
    var digest: [UInt8] = []
}

extension BackupFrame {
    init(_ kind: Kind, saying mark: some Encodable) throws { self.init(kind, Array(try JSONEncoder().encode(mark))) }

    func mark<Mark: Decodable>(_ type: Mark.Type) throws(BackupFault) -> Mark {
        guard let mark = try? JSONDecoder().decode(type, from: Data(payload)) else {
            throw .inconsistent("une marque qui ne se lit pas")
        }
        return mark
    }

    /// Rows of one table: its name, then each row, each behind its length in four bytes, big end first.
    init(rows: [[UInt8]], of table: String) {
        var payload: [UInt8] = []
        payload.reserveCapacity(rows.reduce(64) { $0 + $1.count + 4 })
        for part in [Array(table.utf8)] + rows {
            payload += withUnsafeBytes(of: UInt32(part.count).bigEndian) { Array($0) }
            payload += part
        }
        self.init(.rows, payload)
    }

    var rows: (table: String, rows: [[UInt8]]) {
        get throws(BackupFault) {
            var parts: [[UInt8]] = []
            var rest = payload[...]
            while !rest.isEmpty {
                let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
                guard rest.count >= 4 + length else { throw .inconsistent("des lignes sans fin") }
                parts.append(Array(rest.dropFirst(4).prefix(length)))
                rest = rest.dropFirst(4 + length)
            }
            guard let name = parts.first else { throw .inconsistent("des lignes sans table") }
            return (String(decoding: name, as: UTF8.self), Array(parts.dropFirst()))
        }
    }
}
