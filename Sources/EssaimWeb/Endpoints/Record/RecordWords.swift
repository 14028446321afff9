import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension RecordMark.Kind {
    /// The last word of its address.
    var path: String {
        switch self {
        case .file: "dossier"
        case .shared: "dmp"
        case .opposition: "opposition-dmp"
        }
    }

    init?(path: String) {
        guard let kind = Self.allCases.first(where: { $0.path == path }) else { return nil }
        self = kind
    }

    var word: String {
        switch self {
        case .file: "Versé au dossier"
        case .shared: "Versé au DMP"
        case .opposition: "Opposition du patient au DMP"
        }
    }
}

extension RecordMark.Side {
    var word: String { self == .asking ? "côté demandeur" : "côté expert" }
}

extension RecordBox {
    init(_ file: RequestFile, _ page: PageMaking) {
        let (id, beside) = (file.request.id.rawValue, file.beside)
        func form(_ kind: RecordMark.Kind, _ title: String, _ path: SitePath) -> ActionForm {
            ActionForm(
                id: "\(title == kind.word ? "" : "retirer-")\(kind.path)", title: title, path: path, seal: page.seal())
        }
        self.init(
            copy: .recordCopy(id),
            lines: beside.marks.map { mark in
                Line(
                    words: mark.kind.word,
                    who: [file.person(mark.by)?.shownName ?? "", mark.side.word].joined(separator: ", "), at: mark.at,
                    undo: mark.side == beside.side
                        ? form(mark.kind, "Retirer", .unmark(id, mark.kind.path)) : nil)
            },
            isOpposed: file.request.content.isOpposedToSharing,
            offered: RecordMark.Kind.allCases.filter(beside.offered.contains).map {
                form($0, $0.word, .mark(id, $0.path))
            },
            incidents: beside.incidents.map { "Incident technique signalé, \(page.clock.exact($0.at))" },
            sheet: beside.isAskers ? .patientSheet(id) : nil, problem: file.isEmergency ? nil : .problem(id))
    }
}

extension RequestModel.Near {
    init(_ link: LinkedDemand) {
        let demand = link.demand
        let state = demand.state == .draft ? "brouillon" : demand.state.word.lowercased()
        let title = "\(demand.line), demande \(demand.number.shown)\u{A0}: \(state)"
        self.init(
            words: link.isOrigin ? "Ouverte depuis \(title)" : title,
            path: link.isVisible
                ? demand.state == .draft ? .draft(demand.id.rawValue) : .request(demand.id.rawValue) : nil)
    }
}
