import EssaimDomain
import EssaimWorkflow

/// Someone opened more patients than anyone treats in that time: nothing more is shown until then.
public struct TooManyPatients: Error, Sendable {
    public let until: Instant
}

/// A page that was opened, as one entry of the history: its images and its refreshes ride on it for a while.
public typealias ViewTrace = Identifier<HistoryEntry>

extension House {
    /// For how long what a page loads rides on the entry of its opening.
    static let viewLasts = Duration.minutes(15)

    /// Writes that a demand's content is about to leave, before it does; counts the patient among those this person opened.
    /// - Parameter what: `demand`, `draft`, `report 1`…
    /// - Throws: `TooManyPatients`; then only the refusal is written, and the alarm.
    @discardableResult
    func recordRead(of fact: OnRequest, from input: Input, what: String = "demand") async throws -> ViewTrace {
        let now = clock.now()
        var relations = fact.caller.relations(to: fact.request).map(\.rawValue).sorted().joined(separator: " ")
        if fact.isEmergency { relations = "emergency" }
        let entry = recorder.entry(
            "request.view", at: now, by: fact.caller.person, from: input.client,
            as: fact.caller.relations(to: fact.request), request: fact.request,
            detail: ["read": what, "as": relations])
        let refusal = recorder.entry(
            "request.view", outcome: "refused", at: now, by: fact.caller.person, from: input.client,
            request: fact.request, detail: ["read": what, "why": "too many patients"])
        let watch = ReadWatch(caller: fact.caller, request: fact.request, now: now)
        let outcome = try await store.write { tx in
            let outcome = try watch.count(tx)
            try tx.append(outcome.until == nil ? entry : refusal)
            return outcome
        }
        if outcome.raised { bulletin.post(.alarm(fact.request.network)) }
        if let until = outcome.until { throw TooManyPatients(until: until) }
        return entry.id
    }

    /// The entry that a page's opening rides on: the one it was opened by a moment ago, when it only reads itself again; a
    /// new one otherwise.
    func opening(of fact: OnRequest, from input: Input) async throws -> ViewTrace {
        if let trace = input.trace, try await rides(on: trace, fact.caller, .demand(fact.request.id)) {
            return ViewTrace(trace)
        }
        return try await recordRead(of: fact, from: input)
    }

    /// Whether that trace is of this very page, opened by this visitor a moment ago.
    func rides(on trace: String?, _ caller: Caller, _ page: OpenedPage) async throws -> Bool {
        guard let trace, !trace.isEmpty, trace.utf8.count <= 40 else { return false }
        let entry = try await store.read { try $0.entry(ViewTrace(trace)) }
        guard let entry, entry.person == caller.person.id, entry.outcome == "done",
            entry.at >= clock.now() - Self.viewLasts
        else { return false }
        switch page {
        case .demand(let request): return entry.action == "request.view" && entry.request == request
        case .images(let request):
            return ["request.view", "request.prepare"].contains(entry.action) && entry.request == request
        case .list(let detail):
            let said = entry.reading.detail
            return entry.action == "worklist.view" && said["list"] == detail["list"] && said["after"] == detail["after"]
        }
    }
}

/// What a trace was written for.
enum OpenedPage {
    case demand(Identifier<AdviceRequest>)
    /// Its images as they stand on a page, which may have been prepared; never a whole file.
    case images(Identifier<AdviceRequest>)
    /// A page of a list, as its entry tells it.
    case list([String: String])
}

extension Input {
    /// The trace that an address carries along.
    public static let traceName = "trace"
    var trace: String? { query.single(Self.traceName) }
}
