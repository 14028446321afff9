import EssaimWeb
import Foundation
import Synchronization

/// A backup in French, as it goes on.
final class BackupLines: Sendable {
    private let out: @Sendable (DataMoveLine) -> Void
    private let start = ContinuousClock.now
    private let last = Mutex(ContinuousClock.Instant?.none)

    init(out: @escaping @Sendable (DataMoveLine) -> Void) { self.out = out }

    func tell(table: String, rows: Int) {
        if isTime { out(.passing("\(table)\u{A0}: \(French.count(rows, "ligne", "lignes"))")) }
    }

    func tell(files: Int, of total: Int) {
        if isTime { out(.passing("fichiers\u{A0}: \(French.grouped(files)) sur \(French.grouped(total))")) }
    }

    func tell(position: Int, of total: Int, _ what: String) {
        if isTime { out(.passing("\(what)\u{A0}: \(position * 100 / max(1, total))\u{A0}%")) }
    }

    func say(_ line: String) { out(.lasting(line)) }

    func tell(_ receipt: BackupReceipt) {
        let seconds = Int(start.duration(to: .now) / .seconds(1))
        say(
            """
            Sauvegarde faite\u{A0}: \(receipt.path), \(French.fileSize(bytes: receipt.byteCount)), \
            \(French.count(receipt.rows, "ligne", "lignes")), \(French.count(receipt.files, "fichier", "fichiers")), \
            en \(French.grouped(seconds))\u{A0}s.
            """)
        for name in receipt.removed { say("Ancienne sauvegarde retirée\u{A0}: \(name)") }
        for name in receipt.missing { say("Fichier manquant\u{A0}: \(name)") }
    }

    /// Half a second has passed since the last line that passes.
    private var isTime: Bool {
        last.withLock { last in
            let now = ContinuousClock.now
            if let last, last.duration(to: now) < .milliseconds(500) { return false }
            last = now
            return true
        }
    }
}
