import EssaimDomain
import EssaimWorkflow
import Foundation

/// What a move leaves in the source's settings; neither is copied.
package enum MoveMark {
    /// The move's own name, drawn when it begins: the target's progress holds it too.
    static let id = "move"
    /// When and where the data went. From then on the source is no longer served.
    package static let moved = "moved"

    /// Why an engine that holds these marks is not opened to be served.
    /// - Parameters:
    ///   - moved: the setting's text.
    ///   - undo: the command that takes it away.
    package static func refusal(moved: String?, undo: String, hasProgress: Bool) -> StoreFault? {
        if let moved {
            let (time, place) = parts(moved)
            return .unsafe(
                """
                ces données ont été déplacées le \(time) vers la base PostgreSQL \(place)\u{A0}: servez-les de là, avec \
                --database. Pour revenir ici, sans ce que la base a reçu depuis\u{A0}: \(undo)
                """)
        }
        if hasProgress {
            return .unsafe(
                """
                un déplacement vers cette base n’est pas terminé, ou une restauration\u{A0}: relancez essaim migrate, ou \
                recréez-la vide et recommencez
                """)
        }
        return nil
    }

    /// `2026-11-22T01:13:00Z essaim @ db.exemple.fr:5432`
    static func text(at now: Instant, place: String) -> String {
        let date = Date(timeIntervalSince1970: Double(now.milliseconds) / 1000)
        return "\(date.ISO8601Format()) \(place)"
    }

    package static func parts(_ text: String) -> (time: String, place: String) {
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        return (parts.first ?? "", parts.count > 1 ? parts[1] : "")
    }
}
