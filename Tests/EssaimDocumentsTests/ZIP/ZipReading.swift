import Foundation
import Testing

@testable import EssaimDocuments

/// What other programs say of an archive.
enum ZipReading {
    struct Entry: Decodable, Equatable {
        var name: String
        var size: Int
        var checksum: UInt32
        /// Year to second.
        var moment: [Int]
        var offset: Int
    }

    /// As Python's zipfile reads it, each file read whole and checked unless told otherwise.
    static func entries(of path: String, isChecked: Bool = true) throws -> [Entry] {
        let program = """
            import json, sys, zipfile
            archive = zipfile.ZipFile(sys.argv[1])
            bad = archive.testzip() if sys.argv[2] == "yes" else None
            assert bad is None, bad
            print(json.dumps([dict(name=e.filename, size=e.file_size, checksum=e.CRC, moment=list(e.date_time),
                offset=e.header_offset) for e in archive.infolist()]))
            """
        let said = try Tool(name: "python3", packages: "python3").run(["-c", program, path, isChecked ? "yes" : "no"])
        return try JSONDecoder().decode([Entry].self, from: Data(said.utf8))
    }

    static func entries(of bytes: [UInt8]) throws -> [Entry] {
        try withArchive(bytes) { try entries(of: $0.path) }
    }

    /// What Info-ZIP unpacks, by name, after its own test of the archive.
    static func unpacked(_ bytes: [UInt8]) throws -> [String: [UInt8]] {
        try withArchive(bytes) { file in
            let unzip = Tool(name: "unzip", packages: "unzip")
            _ = try unzip.run(["-tqq", file.path])
            let folder = file.deletingLastPathComponent().appendingPathComponent("unpacked")
            _ = try unzip.run(["-qq", "-d", folder.path, file.path])
            var files: [String: [UInt8]] = [:]
            for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
                files[name] = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
            }
            return files
        }
    }

    static func withArchive<Result>(_ bytes: [UInt8], _ body: (URL) throws -> Result) throws -> Result {
        try withFolder { folder in
            let file = folder.appendingPathComponent("archive.zip")
            try Data(bytes).write(to: file)
            return try body(file)
        }
    }
}

extension ZipWriter {
    /// Ends the archive and gives all that was not taken.
    mutating func finished() -> [UInt8] {
        finish()
        return Array(take().joined())
    }
}
