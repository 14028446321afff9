import EssaimDomain

/// Why a network was not changed.
public enum NetworkRefusal: Error, Sendable, Equatable {
    case notFound
    /// Someone else changed it, its people or its rota meanwhile.
    case stale
    /// What the file's reader says.
    case faults([FieldFault])
    /// It would be another's: given away, or answered by another establishment's team.
    case notTheirs
}

/// What is changed of a network on its pages. Each change is decided again in its transaction, from who they are by then, over
/// the version that was read; the whole is written and read as its file, so that a page admits what a file admits.
public struct NetworkDesk: Sendable {
    let store: any Store
    let clock: any WallClock
    public let sheets: any NetworkSheetRoom
    let forms: FormLibrary
    let recorder = HistoryRecorder()

    public init(store: any Store, clock: any WallClock, sheets: any NetworkSheetRoom, forms: FormLibrary) {
        self.store = store
        self.clock = clock
        self.sheets = sheets
        self.forms = forms
    }

    /// Who acts, from where.
    public struct Act: Sendable {
        let network: Identifier<Network>
        let by: Identifier<Person>
        let place: String

        public init(on network: Identifier<Network>, by person: Identifier<Person>, from place: String) {
            self.network = network
            by = person
            self.place = place
        }
    }

    /// - Parameter version: of the network that was read (`networkVersion`).
    public func change(_ edit: SheetEdit, over version: Int, _ act: Act) async throws -> Result<Void, NetworkRefusal> {
        let now = clock.now()
        return try await store.write { tx in
            guard let who = try tx.caller(act.by), let before = try tx.network(act.network),
                Self.allows(who, edit, before)
            else { return .failure(.notFound) }
            let result = try changed(before, by: edit, over: version, who, tx)
            if case .success(let after) = result, after != before {
                try tx.save(after)
                try tx.reviewGuarantees(in: after.id, at: now)
            }
            var detail = ["section": edit.section.rawValue, "part": edit.id, "what": edit.change.word]
            if case .failure(let refusal) = result { detail["why"] = refusal.why }
            try tx.append(
                recorder.entry(
                    "network.\(edit.change.word)", outcome: detail["why"] == nil ? "done" : "refused", at: now,
                    by: who.person, from: act.place, network: act.network, detail: detail))
            return result.map { _ in () }
        }
    }

    private static func allows(_ who: Caller, _ edit: SheetEdit, _ network: Network) -> Bool {
        if case .add = edit.change { return who.adds(to: edit.section, in: network.id) }
        return network.part(edit.id, edit.section) && who.keeps(edit.id, edit.section, in: network)
    }

    private func changed(
        _ before: Network, by edit: SheetEdit, over version: Int, _ who: Caller, _ tx: any StoreWriter
    ) throws -> Result<Network, NetworkRefusal> {
        guard try tx.networkVersion(before.id) == version else { return .failure(.stale) }
        let known = forms.ids.union(try tx.publishedProtocols())
        switch sheets.edited(before, by: edit, forms: known) {
        case .failure(let faults): return .failure(.faults(faults.list))
        case .success(let after):
            return who.mayLeave(edit.id, edit.section, as: after, from: before) ? .success(after) : .failure(.notTheirs)
        }
    }
}

extension SheetEdit.Change {
    /// As an entry names it.
    fileprivate var word: String {
        switch self {
        case .write: "change"
        case .add: "add"
        case .retire: "retire"
        }
    }
}

extension NetworkRefusal {
    /// As an entry says it: nothing of what was typed.
    fileprivate var why: String {
        switch self {
        case .notFound: "absent"
        case .stale: "stale"
        case .faults(let faults): faults.map(\.field).filter { !$0.isEmpty }.joined(separator: " ")
        case .notTheirs: "not theirs"
        }
    }
}
