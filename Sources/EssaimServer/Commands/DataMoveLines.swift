import EssaimStorage
import EssaimWeb
import Synchronization

/// A line for whoever watches a move.
public enum DataMoveLine: Sendable, Equatable {
    /// How far it is: the next line may take its place. At most two a second.
    case passing(String)
    case lasting(String)
}

/// A move in French, as it goes on.
final class DataMoveLines: Sendable {
    private struct State {
        let start = ContinuousClock.now
        var lastPassing: ContinuousClock.Instant?
        var moved = 0
        var isComparing = false
    }

    private let folder: String
    private let place: String
    private let out: @Sendable (DataMoveLine) -> Void
    private let state = Mutex(State())

    private static let pause = Duration.milliseconds(500)

    init(from folder: String, to place: String, out: @escaping @Sendable (DataMoveLine) -> Void) {
        self.folder = folder
        self.place = place
        self.out = out
    }

    func tell(_ event: MoveEvent) {
        switch event {
        case .began(let tables, let rows, let arrived):
            out(.lasting("Déplacement de \(folder) vers \(place)\u{A0}: \(tables) tables, \(Self.rows(rows))."))
            if arrived > 0 { out(.lasting("Reprise\u{A0}: \(Self.rows(arrived)) déjà sur place.")) }
        case .chunk(let table, let rows, _, let arrived, let total):
            let rate = rate(after: rows)
            if isTime {
                out(.passing("\(table)\u{A0}: \(French.grouped(arrived)) sur \(Self.rows(total)), \(rate)"))
            }
        case .copied(let table, let rows): out(.lasting("\(table)\u{A0}: \(Self.rows(rows))"))
        case .comparing(let table):
            if isFirstComparison {
                out(.lasting("Vérification\u{A0}: nombre de lignes et empreinte SHA-256, relus des deux côtés."))
            }
            if isTime { out(.passing("\(table)\u{A0}: relecture des deux côtés")) }
        case .compared(let verdict): out(.lasting(Self.words(of: verdict)))
        }
    }

    func tell(_ outcome: Mover.Outcome) {
        switch outcome {
        case .moved(let rows):
            let seconds = Int(state.withLock { $0.start.duration(to: .now) } / .seconds(1))
            out(
                .lasting(
                    """
                    \(Self.rows(rows)) sur place, toutes vérifiées, en \(French.grouped(seconds))\u{A0}s.
                    Servez-les maintenant de là\u{A0}: essaim serve --data \(folder) --database, avec l’adresse donnée à --to.
                    Les photographies restent dans \(folder)/attachments. Le dossier ne se sert plus sans cette base\u{A0}; \
                    sa copie des données reste pour un retour, effacez-la quand il est exclu.
                    """))
        case .movedBefore(let text):
            let (time, place) = MoveMark.parts(text)
            out(.lasting("C’est déjà fait\u{A0}: les données de \(folder) sont dans \(place) depuis le \(time)."))
        }
    }

    /// Half a second has passed since the last line of this kind.
    private var isTime: Bool {
        state.withLock { state in
            let now = ContinuousClock.now
            if let last = state.lastPassing, last.duration(to: now) < Self.pause { return false }
            state.lastPassing = now
            return true
        }
    }

    private var isFirstComparison: Bool {
        state.withLock { state in
            defer { state.isComparing = true }
            return !state.isComparing
        }
    }

    /// Rows of this run, a second.
    private func rate(after rows: Int) -> String {
        state.withLock { state in
            state.moved += rows
            let seconds = max(0.001, state.start.duration(to: .now) / .seconds(1))
            return "\(Self.rows(Int(Double(state.moved) / seconds)))/s"
        }
    }

    private static func words(of verdict: TableVerdict) -> String {
        let source = verdict.source
        if verdict.isEqual { return "\(verdict.table)\u{A0}: \(rows(source.rows)), identiques (\(short(source)))" }
        return """
            \(verdict.table)\u{A0}: DIFFÉRENTE. Dossier\u{A0}: \(rows(source.rows)), \(short(source)). \
            Base\u{A0}: \(rows(verdict.target.rows)), \(short(verdict.target)).
            """
    }

    private static func rows(_ count: Int) -> String { French.count(count, "ligne", "lignes") }

    /// The first digits of a digest.
    private static func short(_ figure: TableFigure) -> String {
        figure.digest.prefix(6).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
