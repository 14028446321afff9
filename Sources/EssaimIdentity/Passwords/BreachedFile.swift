import Crypto
import Foundation

/// An operator's own list of passwords known from leaks, as Have I Been Pwned gives it: a line each, `HASH:COUNT` or `HASH`,
/// the hash in hexadecimal, whole, in order. SHA-1 when the first has 40 digits, SHA-256 when it has 64. It may have forty
/// gigabytes: some forty places of it are read for each password, and it may be replaced while the server runs.
///
/// SHA-1 is what that list is made of: it protects nothing here.
public struct BreachedFile: Sendable {
    public enum Fault: Error, Sendable, Equatable {
        case unreadable
        /// No line of that form where one should be, or lines out of order.
        case malformed
    }

    private let path: String
    private let digits: Int

    /// Looks at its beginning, its end and some lines between.
    public init(path: String) throws(Fault) {
        self.path = path
        let file = try Reading(path)
        defer { file.close() }
        guard let first = try file.line(at: 0), [40, 64].contains(first.hash.count) else { throw .malformed }
        digits = first.hash.count
        var last = first.hash
        for part in 1...32 {
            guard let line = try file.line(after: file.size * part / 33) else { continue }
            guard line.hash.count == digits, last <= line.hash else { throw .malformed }
            last = line.hash
        }
    }

    /// Whether a password, exactly as it was typed, is in it.
    public func contains(_ password: String) throws(Fault) -> Bool {
        let bytes = Array(password.precomposedStringWithCanonicalMapping.utf8)
        let wanted = digits == 40 ? Self.hex(Insecure.SHA1.hash(data: bytes)) : Self.hex(SHA256.hash(data: bytes))
        let file = try Reading(path)
        defer { file.close() }
        // The line that is wanted begins in here, if it is there at all; `low` begins one.
        var (low, high) = (0, file.size)
        while high - low > Reading.block {
            guard let line = try file.line(after: (low + high) / 2), line.hash.count == digits, line.start < high
            else { throw .malformed }
            if line.hash == wanted { return true }
            if line.hash < wanted { low = line.start } else { high = line.start }
        }
        var place = low
        while place < high, let line = try file.line(at: place) {
            guard line.hash.count == digits else { throw .malformed }
            if line.hash >= wanted { return line.hash == wanted }
            place = line.end
        }
        return false
    }

    private static func hex(_ digest: some Sequence<UInt8>) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    }
}

/// The file while it is read.
private struct Reading {
    struct Line {
        let start: Int
        /// Where the next one begins.
        let end: Int
        /// In capitals.
        let hash: [UInt8]
    }

    /// Many lines: one is 64 digits and a count.
    static let block = 1024

    private let handle: FileHandle
    let size: Int

    init(_ path: String) throws(BreachedFile.Fault) {
        guard let handle = FileHandle(forReadingAtPath: path), let end = try? handle.seekToEnd() else {
            throw .unreadable
        }
        self.handle = handle
        size = Int(end)
    }

    func close() { try? handle.close() }

    /// The first line that begins after that byte; nil at the end.
    func line(after place: Int) throws(BreachedFile.Fault) -> Line? {
        let bytes = try bytes(at: place)
        guard let end = bytes.firstIndex(of: 0x0A) else {
            if place + bytes.count < size { throw .malformed }
            return nil
        }
        return try line(at: place + end + 1)
    }

    /// The line that begins there; nil at the end.
    func line(at start: Int) throws(BreachedFile.Fault) -> Line? {
        let bytes = try bytes(at: start)
        guard !bytes.isEmpty else { return nil }
        let text = bytes.prefix { $0 != 0x0A }
        let hash = text.prefix { $0 != 0x3A && $0 != 0x0D }.map { 0x61...0x66 ~= $0 ? $0 - 0x20 : $0 }
        guard text.count < bytes.count || start + text.count == size,
            hash.allSatisfy({ 0x30...0x39 ~= $0 || 0x41...0x46 ~= $0 })
        else { throw .malformed }
        return Line(start: start, end: start + text.count + 1, hash: hash)
    }

    private func bytes(at place: Int) throws(BreachedFile.Fault) -> [UInt8] {
        do {
            try handle.seek(toOffset: UInt64(place))
            return Array(try handle.read(upToCount: Self.block) ?? Data())
        } catch {
            throw .unreadable
        }
    }
}

extension [UInt8] {
    fileprivate static func < (a: [UInt8], b: [UInt8]) -> Bool { a.lexicographicallyPrecedes(b) }
    fileprivate static func <= (a: [UInt8], b: [UInt8]) -> Bool { !(b < a) }
    fileprivate static func >= (a: [UInt8], b: [UInt8]) -> Bool { !(a < b) }
}
