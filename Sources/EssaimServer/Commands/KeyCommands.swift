import EssaimDomain
import EssaimMedia
import EssaimWorkflow
import Foundation

/// The master keys, for who operates the server.
extension EssaimServer {
    /// What `essaim keys show-location` says of them.
    public struct KeyPlace: Sendable {
        public let folder: String
        public let current: String
        public let known: [String]
        /// Those under which some demand's files are sealed.
        public let inUse: Set<String>
    }

    public func keyPlace() async throws -> KeyPlace {
        let folder = configuration.attachments.masterKeys
        return KeyPlace(
            folder: folder, current: rooms.masters.current, known: rooms.masters.known.sorted(),
            inUse: try await store.read { try $0.mastersInUse() })
    }

    /// Makes a new master key and seals every demand's key, and every application's secret, again with it; no file is touched. Cut in the middle, it is begun
    /// again by itself at the next call: both keys open meanwhile.
    /// - Returns: the keys, old and new, and how many demands' keys were sealed again.
    public func rotateMasterKey(
        progress: @Sendable (Int) -> Void
    ) async throws -> (old: String, new: String, count: Int) {
        _ = try await checkMasterKeys()
        let old = rooms.masters.current
        let inUse = try await store.read { try $0.mastersInUse() }
        // A rotation that was cut is finished first, and is this one.
        if inUse.isSubset(of: [old]) { _ = try rooms.masters.addCurrent() }
        let new = rooms.masters.current
        try await store.write { [clock] tx in
            try tx.set(Setting.masterKey, to: new)
            try tx.append(
                HistoryRecorder().entry("keys.rotate", at: clock.now(), by: nil, detail: ["from": old, "to": new]))
        }
        let count = try await RequestKeyring(store: store, masters: rooms.masters).resealAll(progress: progress)
        _ = try await accounts.resealTimeCodes()
        return (old, new, count)
    }
}

/// The keys themselves, without any data: for what is kept apart. Throws `MasterKeyFault`.
public enum MasterKeyPaper {
    /// What a person prints and keeps apart; that it was given out is noted beside the keys, as far as that can be written.
    public static func escrow(_ configuration: ServerConfiguration) throws -> String {
        let keys = try MasterKeyFolder(opening: configuration.attachments.masterKeys)
        let names = keys.known.sorted().joined(separator: "\n") + "\n"
        try? Data(names.utf8).write(to: URL(fileURLWithPath: keys.folder + "/escrowed"))
        return keys.escrowText
    }

    /// A paper with this key was given out here.
    static func wasPrinted(_ key: String, in folder: String) -> Bool {
        (try? String(contentsOfFile: folder + "/escrowed", encoding: .utf8))?.split(separator: "\n")
            .contains { $0 == key } ?? false
    }

    /// Writes the keys of a paper beside those that are there.
    public static func restore(_ text: String, _ configuration: ServerConfiguration) throws -> [String] {
        try MasterKeyFolder.restore(from: text, to: configuration.attachments.masterKeys).known.sorted()
    }
}
