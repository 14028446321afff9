/// What a coordinator does to one turn of duty; a turn that is added is a duty of one day (`DutyPattern.once`).
public enum ShiftChange: Sendable, Equatable {
    case remove
    case move(ShiftException.Place)
    /// To someone else, or back to the duty's own person.
    case hand(to: Identifier<Person>)
    /// Back to what the rule says.
    case restore
}

extension RotaCalendar {
    public static let longestMove = 366

    /// The version by which a turn is changed, be it removed; nil when its rule makes none there.
    public func seen(_ key: Shift.Key) -> Shift.Seen? {
        standing(of: key).map { Shift.Seen(key: key, version: $0.duty.version + $0.exception.version) }
    }

    /// The exception to be saved over the one that was read.
    public func changed(
        _ seen: Shift.Seen, by change: ShiftChange, among answerers: Answerers
    ) -> Result<ShiftException, RotaRefusal> {
        guard let (duty, known) = standing(of: seen.key) else { return .failure(.notFound) }
        let current = duty.version + known.version
        guard current == seen.version else { return .failure(.stale(current: current)) }
        var next = ShiftException(key: seen.key, version: known.version + 1)
        if change == .restore { return .success(next) }
        guard !known.isRemoved else { return .failure(.notFound) }
        (next.place, next.person) = (known.place, known.person)
        switch change {
        case .restore: break
        case .remove: next.isRemoved = true
        case .move(let place):
            guard abs(place.day.days(since: seen.key.day)) <= Self.longestMove else { return .failure(.tooFar) }
            guard span(of: place) != nil else { return .failure(.noSuchTime) }
            next.place = place
        case .hand(let person):
            guard answerers.mayKeep(duty.post, person) else { return .failure(.stranger) }
            next.person = person == duty.person ? nil : person
        }
        return .success(next)
    }
}
