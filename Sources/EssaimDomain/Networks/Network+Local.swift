extension Network {
    /// The holidays kept in each of its départements: the days of Alsace and Moselle for a team of Strasbourg, not for one whose
    /// sectors go as far as Nancy, which promises an answer on Good Friday too.
    public var holidays: FrenchHolidays {
        var kept: FrenchHolidays.Regions?
        for departement in zones.lazy.flatMap(\.departementsReached) {
            let regions = FrenchHolidays(departement: departement).regions
            kept = kept?.intersection(regions) ?? regions
            if kept?.isEmpty == true { break }
        }
        return FrenchHolidays(kept ?? [])
    }

    /// Its clocks and holidays, whatever the hours of a line.
    public var local: LocalTime {
        LocalTime(offsets: OffsetRules(named: timeZone) ?? .centralEuropean, holidays: holidays)
    }

    /// By its own clocks and holidays, a line's hours laid over.
    public func localTime(of offer: Offer) -> LocalTime { local.opening(offer.hours) }
}

extension LocalTime {
    /// The same clocks and holidays under a line's hours; nil: it is always open.
    public func opening(_ hours: OpeningHours?) -> LocalTime {
        LocalTime(offsets: offsets, holidays: holidays, hours: hours ?? .always)
    }
}

extension Zone {
    /// The départements that it holds or has a part of, as codes say; a postal code of Corsica says no département.
    fileprivate var departementsReached: some Sequence<String> {
        let ofCodes = postalCodes.lazy.map { code in
            String(code.rawValue.prefix(code.rawValue.hasPrefix("97") || code.rawValue.hasPrefix("98") ? 3 : 2))
        }
        return [AnySequence(departements), AnySequence(communes.lazy.map(\.departement)), AnySequence(ofCodes)].joined()
    }
}
