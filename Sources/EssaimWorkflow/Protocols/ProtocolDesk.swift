import EssaimDomain

/// Why a form was not changed.
public enum ProtocolRefusal: Error, Sendable, Equatable {
    case notFound
    /// Someone else changed it meanwhile.
    case stale
    case form(ProtocolFault)
    /// A file that is no form: where, and what is wrong, in French.
    case file(path: String, message: String)
}

/// What a team does to its forms. Each act is decided again in its transaction, and leaves an entry. A published version
/// never changes: changing the form begins the next one.
public struct ProtocolDesk: Sendable {
    /// Versions of one form that are read for a page.
    public static let mostVersions = 50

    let store: any Store
    let clock: any WallClock
    let forms: FormLibrary
    let recorder = HistoryRecorder()

    public init(store: any Store, clock: any WallClock, forms: FormLibrary) {
        self.store = store
        self.clock = clock
        self.forms = forms
    }

    /// Who acts, in which network, from where.
    public struct Act: Sendable {
        let network: Identifier<Network>
        let by: Identifier<Person>
        let place: String

        public init(in network: Identifier<Network>, by person: Identifier<Person>, from place: String) {
            self.network = network
            by = person
            self.place = place
        }
    }

    /// A new form: a copy, or one question to begin with.
    public func create(
        _ title: String, from base: FormEdition?, _ act: Act
    ) async throws -> Result<Identifier<ClinicalProtocol>, ProtocolRefusal> {
        let forms = forms
        return try await begin("create", act) { tx in
            guard let base else { return .success(try Self.blank(title)) }
            guard let form = try forms.form(base, tx) else { return .failure(.notFound) }
            // Another network's own form is not copied by guessing its name.
            let isOwn = try !tx.versions(of: base.form, in: act.network, limit: 1).isEmpty
            guard isOwn || forms[base.form] != nil else { return .failure(.notFound) }
            return .success(try form.named(form.id, version: form.version, title: title))
        }
    }

    /// A new form from a file.
    public func read(
        _ text: String, _ act: Act
    ) async throws -> Result<Identifier<ClinicalProtocol>, ProtocolRefusal> {
        let read = forms.files.read(text)
        return try await begin("import", act) { _ in
            switch read {
            case .success(let form): .success(form)
            case .failure(.form(let fault)): .failure(.form(fault))
            case .failure(.file(let path, let message)): .failure(.file(path: path, message: message))
            }
        }
    }

    /// - Parameter stamp: of the version that was read.
    public func change(
        _ id: Identifier<ClinicalProtocol>, _ edit: ClinicalProtocol.Edit, over stamp: Int, _ act: Act
    ) async throws -> Result<Void, ProtocolRefusal> {
        try await perform("change", id, over: stamp, act) { last, form, who, now, tx in
            let number = last.isPublished ? last.number + 1 : last.number
            let next = try form.named(id, version: String(number)).edited(edit)
            let version = KeptProtocol(
                id: id, version: String(number), number: number, network: act.network, partner: last.partner,
                title: next.title, questionnaire: try text(next),
                revision: last.isPublished ? 1 : last.revision + 1, madeAt: now, madeBy: who.person.id,
                isPublished: false)
            if last.isPublished {
                try tx.keep(version)
            } else {
                guard try tx.change(version, over: last.revision) else { return .failure(.stale) }
            }
            return .success(version)
        }
    }

    /// From now on, who begins a demand has this version.
    public func publish(
        _ id: Identifier<ClinicalProtocol>, over stamp: Int, _ act: Act
    ) async throws -> Result<Void, ProtocolRefusal> {
        try await perform("publish", id, over: stamp, act) { last, form, who, now, tx in
            // Sent twice, it is published once.
            if last.isPublished { return .success(last) }
            let version = KeptProtocol(
                id: id, version: last.version, number: last.number, network: act.network, partner: last.partner,
                title: form.title, questionnaire: last.questionnaire, revision: last.revision + 1, madeAt: now,
                madeBy: who.person.id, isPublished: true)
            guard try tx.change(version, over: last.revision) else { return .failure(.stale) }
            return .success(version)
        }
    }

    /// Gives a line a published form.
    public func give(
        _ id: Identifier<ClinicalProtocol>, to line: Identifier<Offer>, _ act: Act
    ) async throws -> Result<Void, ProtocolRefusal> {
        let (now, recorder, forms) = (clock.now(), recorder, forms)
        return try await store.write { tx in
            guard let who = try tx.caller(act.by), let network = try tx.network(act.network),
                let offer = network.offer(line), who.choosesForm(of: offer, in: act.network),
                try forms[id] != nil || !tx.versions(of: id, in: act.network, limit: 1).isEmpty,
                try forms.current(id, tx) != nil, try tx.setForm(id, of: line, in: act.network)
            else { return .failure(.notFound) }
            try tx.append(
                recorder.entry(
                    "protocol.line", at: now, by: who.person, from: act.place, network: act.network,
                    detail: ["form": id.rawValue, "line": line.rawValue]))
            return .success(())
        }
    }

    func text(_ form: ClinicalProtocol) throws -> String {
        guard let text = forms.files.write(form) else { throw StoreFault.failed("no writer of forms") }
        return text
    }

    private static func blank(_ title: String) throws(ProtocolFault) -> ClinicalProtocol {
        let reason = ClinicalProtocol.Item(
            id: "reason", label: "Pourquoi demandez-vous\u{A0}?", kind: .text(isLong: false))
        return try ClinicalProtocol(id: "new", version: "1", title: title, items: [reason])
    }
}

extension KeptProtocol {
    /// Tells one state of the form from every other.
    public var stamp: Int { number * 1_000_000 + revision }
}
