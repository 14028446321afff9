import EssaimDomain

extension Performance {
    /// Leaves what is to be told of this act, for after the commit.
    func tell(_ action: Action, from before: AdviceRequest, to request: AdviceRequest, by who: Caller) throws {
        guard !desk.channels.isEmpty else { return }
        let leaving = try NoticeLeaving(tx, of: request.network, by: desk.channels, at: now)
        let today = leaving.offsets.civil(at: now).date
        var tellings = [
            Telling.after(action, from: before, to: request, on: today),
            Telling.naming(action, from: before, to: request),
        ].compactMap(\.self)
        if action == .submit { tellings.append(.proposed(request)) }
        for telling in tellings where !telling.audience.isEmpty {
            try leaving.leave(telling, of: request, mark: String(request.version), except: who.person.id)
        }
    }
}
