import EssaimOutbound
import Foundation
import Synchronization

@testable import EssaimServer

/// A bucket held in memory, for one test; it can be made to fail, and remembers what was asked.
final class MemoryBucket: ObjectKeeping {
    struct State {
        var objects: [String: [UInt8]] = [:]
        var fault: ObjectFault?
        var asked: [String] = []
    }

    let state = Mutex(State())
    /// Milliseconds since 1970 of every object.
    static let modified: Int64 = 1_795_000_000_123
    /// Fewer than were asked for: a storage may.
    let longestPage: Int

    init(longestPage: Int = 1000) { self.longestPage = longestPage }

    private func ask<Answer>(
        _ what: String, _ work: (inout State) -> Result<Answer, ObjectFault>
    ) throws(ObjectFault) -> Answer where Answer: Sendable {
        let answer: Result<Answer, ObjectFault> = state.withLock { state in
            state.asked.append(what)
            if let fault = state.fault { return .failure(fault) }
            return work(&state)
        }
        return try answer.get()
    }

    func put(_ path: String, byteCount: Int, digest: [UInt8], as key: ObjectKey) async throws(ObjectFault) {
        let bytes = FileManager.default.contents(atPath: path).map { Array($0) }
        try ask("put \(key.text)") { (state) -> Result<Void, ObjectFault> in
            guard let bytes, bytes.count == byteCount, digest.count == 32 else { return .failure(.failed("file")) }
            state.objects[key.text] = bytes
            return .success(())
        }
    }

    func bytes(of key: ObjectKey, _ range: Range<Int>) async throws(ObjectFault) -> [UInt8] {
        try ask("bytes \(key.text)") { state in
            guard let bytes = state.objects[key.text] else { return .failure(.absent) }
            return .success(Array(bytes[range.clamped(to: 0..<bytes.count)]))
        }
    }

    func size(of key: ObjectKey) async throws(ObjectFault) -> Int {
        try ask("size \(key.text)") { state in
            guard let bytes = state.objects[key.text] else { return .failure(.absent) }
            return .success(bytes.count)
        }
    }

    func remove(_ key: ObjectKey) async throws(ObjectFault) {
        try ask("remove \(key.text)") { (state) -> Result<Void, ObjectFault> in
            state.objects[key.text] = nil
            return .success(())
        }
    }

    func list(prefix: String, after previous: String?, limit: Int) async throws(ObjectFault) -> ObjectPage {
        try ask("list \(prefix) after \(previous ?? "nothing"), \(limit)") { state in
            let rest = state.objects.filter { key, _ in
                key.hasPrefix(prefix) && (previous.map { $0.utf8.lexicographicallyPrecedes(key.utf8) } ?? true)
            }
            let keys = rest.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.prefix(min(limit, longestPage))
            let entries = keys.map {
                ObjectPage.Entry(key: $0, byteCount: rest[$0]?.count ?? 0, modified: Self.modified)
            }
            return .success(ObjectPage(entries: entries, isLast: entries.count == rest.count))
        }
    }
}
