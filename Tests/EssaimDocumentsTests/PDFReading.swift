import Foundation
import Testing

/// What other programs, and the file's own table, say of a PDF.
enum PDFReading {
    private static let packages = "poppler-utils"

    /// The text of a page, or of all, as a reader would copy it; every kind of white is one space.
    static func text(_ bytes: [UInt8], page: Int? = nil) throws -> String {
        try withFile(bytes) { path in
            let pages = page.map { ["-f", "\($0)", "-l", "\($0)"] } ?? []
            let said = try Tool(name: "pdftotext", packages: packages).run(pages + ["-layout", path, "-"])
            return said.split { $0.isWhitespace }.joined(separator: " ")
        }
    }

    /// The words of a page, each with the box that holds its letters.
    static func words(_ bytes: [UInt8], page: Int) throws -> [(text: String, box: Box)] {
        try withFile(bytes) { path in
            let said = try Tool(name: "pdftotext", packages: packages).run(
                ["-f", "\(page)", "-l", "\(page)", "-bbox", path, "-"])
            return try said.split(separator: "\n").filter { $0.contains("<word ") }.map { line in
                let parts = line.split { "\"<>".contains($0) }
                let edges = parts.compactMap { Double($0) }
                try #require(edges.count >= 4 && parts.count >= 10)
                return (
                    String(parts[parts.count - 2]),
                    Box(left: edges[0], top: edges[1], right: edges[2], bottom: edges[3])
                )
            }
        }
    }

    /// « 120 40 rgb », in the order of the pages: pixels and colours.
    static func pictures(_ bytes: [UInt8]) throws -> [String] {
        try withFile(bytes) { path in
            let rows = try Tool(name: "pdfimages", packages: packages).run(["-list", path]).split(separator: "\n")
            return rows.dropFirst(2).map { $0.split(separator: " ")[3...5].joined(separator: " ") }
        }
    }

    static func pageCount(_ bytes: [UInt8]) throws -> Int {
        try withFile(bytes) { path in
            let lines = try Tool(name: "pdfinfo", packages: packages).run([path]).split(separator: "\n")
            let line = try #require(lines.first { $0.hasPrefix("Pages:") })
            return try #require(Int(line.dropFirst(6).trimmingCharacters(in: .whitespaces)))
        }
    }

    /// Whether the cross-reference table leads to each object and the file ends as it must (ISO 32000-1, 7.5.4).
    static func hasSoundTable(_ bytes: [UInt8]) -> Bool {
        let tail = String(decoding: bytes.suffix(64), as: UTF8.self).split(separator: "\n")
        guard tail.count >= 3, tail.last == "%%EOF", tail[tail.count - 3] == "startxref",
            let start = Int(tail[tail.count - 2]), start < bytes.count
        else { return false }
        let table = String(decoding: bytes[start...], as: UTF8.self).split(separator: "\n")
        guard table.count > 3, table[0] == "xref", let count = Int(table[1].dropFirst(2)), table.count > count + 2,
            table[2] == "0000000000 65535 f ", table[count + 2] == "trailer"
        else { return false }
        return (1..<count).allSatisfy { number in
            let entry = table[number + 2]
            guard entry.utf8.count == 19, entry.hasSuffix(" 00000 n "), let offset = Int(entry.prefix(10)) else {
                return false
            }
            let head = Array("\(number) 0 obj\n".utf8)
            return offset + head.count < start && Array(bytes[offset..<offset + head.count]) == head
        }
    }

    private static func withFile<Result>(_ bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result {
        try withFolder { folder in
            let file = folder.appendingPathComponent("report.pdf")
            try Data(bytes).write(to: file)
            return try body(file.path)
        }
    }
}
