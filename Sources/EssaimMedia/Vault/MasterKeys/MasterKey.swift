import Crypto
import EssaimWorkflow

/// A master key and what it is called. Never printed.
struct MasterKey: Sendable {
    let key: FileKey
    /// First 16 hexadecimal digits of SHA-256 over `essaim master key` and the key: they say nothing of it.
    let id: String

    init(_ key: FileKey = FileKey()) {
        self.key = key
        let named = key.key.withUnsafeBytes { Array("essaim master key".utf8) + $0 }
        id = HistoryRecorder.hex(SHA256.hash(data: named).prefix(8))
    }

    /// 32 bytes; nil for another length.
    init?(bytes: some Sequence<UInt8>) {
        let bytes = Array(bytes)
        guard bytes.count == 32 else { return nil }
        self.init(FileKey(SymmetricKey(data: bytes)))
    }

    /// The line of a key file: `essaim-master-key-1 ` and the key in base64.
    init?(line: String) {
        guard line.hasPrefix(Self.prefix), let bytes = Base64.bytes(line.dropFirst(Self.prefix.count)) else {
            return nil
        }
        self.init(bytes: bytes)
    }

    var line: String { Self.prefix + Base64.text(bytes) }

    var bytes: [UInt8] { key.key.withUnsafeBytes { Array($0) } }

    private static let prefix = "essaim-master-key-1 "

    /// Whether a text has the shape of an id.
    static func isID(_ text: some StringProtocol) -> Bool {
        text.utf8.count == 16 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}
