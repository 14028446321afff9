import Foundation
import Synchronization
import Testing

@testable import EssaimOutbound

/// Storages to try the client against, and files to put there.
enum Storage {
    /// The real one, moto behind a check of each signature; one for all tests.
    static func real() throws -> Peer { try everyones.get() }
    private static let everyones = Result { try Peer("object_store.py", python: Peer.storagePython) }

    static func place(
        _ peer: Peer, _ bucket: String = "essaim", region: String = "fr-par", access: String = "essaim-access",
        secret: String = "s/ecret+key="
    ) throws -> ObjectPlace {
        try ObjectPlace(
            endpoint: peer.url(""), region: region, bucket: bucket, accessKey: access, secretKey: secret)
    }

    /// Three tries a hair's breadth apart, with time enough for a machine that is busy.
    static var hurried: ObjectPatience {
        var patience = ObjectPatience()
        patience.pause = .milliseconds(1)
        patience.call = .seconds(600)
        patience.stall = .seconds(120)
        return patience
    }

    static func store(
        _ peer: Peer, _ bucket: String = "essaim", patience: ObjectPatience = hurried
    ) throws -> ObjectStore {
        ObjectStore(try place(peer, bucket), through: OutgoingDoor(threads: 2), patience: patience)
    }

    /// A file of these bytes for the time of `work`, which is given its path.
    static func withFile(_ bytes: [UInt8], _ work: (String) async throws -> Void) async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "essaim-object-\(UUID())")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        try await work(file.path)
    }

    /// SHA-256, by the `sha256sum` command: this room has no hash of its own.
    static func digest(of path: String) throws -> [UInt8] {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["sha256sum", "-b", path]
        process.standardOutput = output
        try process.run()
        let said = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let digits = Array(String(decoding: said, as: UTF8.self).prefix(64))
        return try stride(from: 0, to: 64, by: 2).map {
            try #require(UInt8(String(digits[$0...($0 + 1)]), radix: 16))
        }
    }
}

extension ObjectStore {
    func put(_ bytes: [UInt8], as key: ObjectKey) async throws {
        try await Storage.withFile(bytes) {
            try await put($0, byteCount: bytes.count, digest: Storage.digest(of: $0), as: key)
        }
    }
}
