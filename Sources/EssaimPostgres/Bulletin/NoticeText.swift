import EssaimWorkflow
import Foundation

/// A notice as it travels: JSON, ids alone. NOTIFY takes 7,999 bytes (PostgreSQL 15, NOTIFY).
enum NoticeText {
    private static let longest = 7_900

    /// Nil for one that does not fit: whoever must know also looks from time to time.
    static func write(_ notice: Notice) -> String? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let bytes = try? encoder.encode(notice), bytes.count <= longest else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Nil for what no server of ours wrote: anyone who may sign in to the database may notify.
    static func read(_ text: String) -> Notice? { try? JSONDecoder().decode(Notice.self, from: Data(text.utf8)) }
}
