import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension DraftModel.Twin {
    /// The other open demands for this patient, but the one that this draft was opened from: that one is no surprise.
    static func all(_ file: RequestFile, _ clock: PageClock) -> [DraftModel.Twin] {
        let origins = Set(file.beside.links.filter(\.isOrigin).map(\.demand.id))
        return file.beside.twins.filter { !origins.contains($0.id) }.map { demand in
            let since = demand.submittedAt.map { ", envoyée \(clock.words($0))" } ?? ""
            return DraftModel.Twin(
                path: .request(demand.id.rawValue),
                words: "\(demand.line), demande \(demand.number.shown)\u{A0}: \(demand.state.word.lowercased())\(since)"
            )
        }
    }
}
