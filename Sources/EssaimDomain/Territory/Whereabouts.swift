/// Where a commune is taken to be, and on what ground.
public struct Whereabouts: Hashable, Sendable {
    public enum Ground: String, Sendable, CaseIterable {
        /// The tables say it.
        case commune
        /// The middle of the communes that share its postal code: the tables have no position of its own.
        case postalCode
        /// The middle of its département's people: nothing nearer is known.
        case departement
    }

    public let position: Position
    public let ground: Ground

    public init(position: Position, ground: Ground) {
        self.position = position
        self.ground = ground
    }
}

extension Territory {
    /// Nil for a code of no département that the tables know.
    public func whereabouts(of code: INSEECommune) -> Whereabouts? {
        let commune = self.commune(code)
        if let position = commune?.position { return Whereabouts(position: position, ground: .commune) }
        let sharing = Set(commune?.postalCodes.flatMap { places(of: $0) } ?? [])
        if let middle = middle(of: sharing.sorted()) { return Whereabouts(position: middle, ground: .postalCode) }
        return middle(of: places(ofDepartement: code.departement)).map {
            Whereabouts(position: $0, ground: .departement)
        }
    }

    /// As the crow flies, in kilometres; nil when one of the two is nowhere in the tables.
    public func distance(from commune: INSEECommune, to other: INSEECommune) -> Double? {
        guard let here = whereabouts(of: commune), let there = whereabouts(of: other) else { return nil }
        return here.position.distance(to: there.position)
    }

    /// The mean of positions, each counted by its inhabitants; nil when none is known.
    func middle(of places: some Sequence<Int>) -> Position? {
        var (longitude, latitude, weight) = (0.0, 0.0, 0.0)
        for place in places {
            guard let position = communes[place].position else { continue }
            let people = Double(max(communes[place].population ?? 1, 1))
            longitude += people * position.longitude
            latitude += people * position.latitude
            weight += people
        }
        return weight > 0 ? Position(longitude: longitude / weight, latitude: latitude / weight) : nil
    }
}
