import Configuration
import Foundation

/// Backups that the server makes by itself, once a day.
public struct BackupSettings: Sendable, Equatable {
    /// Nil: none.
    public var folder: String?
    /// From this hour on, of the machine's own clock and time zone.
    public var hour = 2
    /// How many are kept.
    public var keep = 14

    init() {}

    /// - Parameters: the folders in which no backup belongs: it would be lost with what it copies, or lie beside its keys.
    init(_ reader: ConfigReader, data: String, keys: String) throws(ServerConfiguration.Fault) {
        guard let path = reader.string(forKey: "backup.folder"), !path.isEmpty else { return }
        let here = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL.path
        for other in [data, keys] {
            let there = URL(fileURLWithPath: other, isDirectory: true).standardizedFileURL.path
            guard here != there, !here.hasPrefix(there + "/") else { throw .backup("backup.folder", path) }
        }
        folder = path
        hour = try Self.number("backup.hour", 0...23, reader) ?? hour
        keep = try Self.number("backup.keep", 1...10_000, reader) ?? keep
    }

    private static func number(
        _ name: String, _ range: ClosedRange<Int>, _ reader: ConfigReader
    ) throws(ServerConfiguration.Fault) -> Int? {
        guard let text = reader.string(forKey: ConfigKey(name)) ?? reader.int(forKey: ConfigKey(name)).map(String.init)
        else { return nil }
        guard let number = Int(text), range.contains(number) else { throw .backup(name, text) }
        return number
    }
}
