import EssaimWorkflow

/// What clamd answers to a stream (clamd(8)), gathered until its zero byte.
struct ClamdAnswer {
    private var bytes: [UInt8] = []
    private static let longest = 1024

    /// - Returns: the outcome once the answer is whole; nil while it is not. Anything but `stream: OK` and
    ///   `stream: NAME FOUND`, an error or a stream too long for clamd among others, is `.away`.
    mutating func add(_ more: [UInt8]) -> ScanOutcome? {
        bytes += more
        guard let end = bytes.firstIndex(of: 0) else { return bytes.count > Self.longest ? .away : nil }
        // One command has one answer.
        guard end == bytes.count - 1 else { return .away }
        let text = String(decoding: bytes[..<end], as: UTF8.self)
        if text == "stream: OK" { return .clean }
        let (start, found) = ("stream: ", " FOUND")
        guard text.hasPrefix(start), text.hasSuffix(found), text.utf8.count > start.utf8.count + found.utf8.count else {
            return .away
        }
        let name = text.dropFirst(start.count).dropLast(found.count)
        // For a log: one line, whatever a signature is called.
        return .infected(String(name.prefix(200).map { $0.isASCII && $0 >= " " && $0 <= "~" ? $0 : "?" }))
    }
}
