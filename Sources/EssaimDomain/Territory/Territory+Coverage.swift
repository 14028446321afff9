extension Territory {
    public func coverage(of catchment: Catchment) -> Coverage {
        var places: Set<Int> = []
        var remarks: [CoverageRemark] = []
        for code in catchment.departements {
            let held = self.places(ofDepartement: code)
            places.formUnion(held)
            if let collectivity = OverseasCollectivity(rawValue: code) {
                if held.isEmpty { remarks.append(.collectivity(collectivity)) }
            } else if departement(code) == nil {
                remarks.append(.unknownDepartement(code))
            }
        }
        for code in catchment.communes {
            if let place = place(of: code) {
                places.insert(place)
            } else {
                remarks.append(.unlistedCommune(code))
            }
        }
        for code in catchment.postalCodes {
            let sharing = self.places(of: code)
            places.formUnion(sharing)
            if sharing.isEmpty { remarks.append(.unknownPostalCode(code)) }
        }
        return coverage(ofPlaces: places, remarks: remarks)
    }

    /// Everything that one or the other covers.
    public func union(_ coverages: [Coverage]) -> Coverage {
        coverage(ofPlaces: Set(coverages.flatMap(\.places)), remarks: coverages.flatMap(\.remarks))
    }

    /// What both cover.
    public func overlap(of one: Coverage, and other: Coverage) -> Coverage {
        coverage(ofPlaces: Set(one.places.common(with: other.places)), remarks: [])
    }

    /// Which of several cover the same ground, each pair once, in their order.
    /// - Parameter most: after so many pairs the rest is left out: a file can make thousands.
    public func overlaps(among coverages: [Coverage], atMost most: Int = 100) -> [CoverageOverlap] {
        var overlaps: [CoverageOverlap] = []
        for (first, one) in coverages.enumerated() {
            for (second, other) in coverages.enumerated().dropFirst(first + 1) {
                guard overlaps.count < most else { return overlaps }
                let shared = overlap(of: one, and: other)
                if !shared.isEmpty { overlaps.append(CoverageOverlap(first: first, second: second, shared: shared)) }
            }
        }
        return overlaps
    }

    /// The communes covered, by code; a city by its arrondissements.
    public func communes(of coverage: Coverage) -> [Commune] { coverage.places.map { communes[$0] } }

    /// Where the people of a coverage are, on average; nil when it is empty or the tables know no position in it.
    public func middle(of coverage: Coverage) -> Position? { middle(of: coverage.places) }

    /// - Parameter places: a city among them stands for its arrondissements.
    private func coverage(ofPlaces places: Set<Int>, remarks: [CoverageRemark]) -> Coverage {
        let parts = Set(places.flatMap { self.parts(of: $0) }).sorted()
        let shares = Dictionary(grouping: parts) { communes[$0].departement }
            .sorted { $0.key < $1.key }
            .map { share(of: $0.key, $0.value) }
        return Coverage(
            places: parts, communes: shares.reduce(0) { $0 + $1.communes },
            inhabitants: shares.reduce(0) { $0 + $1.inhabitants },
            uncounted: parts.count { communes[$0].population == nil }, departements: shares, remarks: remarks)
    }

    private func share(of code: String, _ parts: [Int]) -> DepartementShare {
        let all = Set(places(ofDepartement: code).flatMap { self.parts(of: $0) })
        return DepartementShare(
            code: code, communes: count(parts), allCommunes: count(all), inhabitants: inhabitants(parts),
            allInhabitants: inhabitants(all), isWhole: parts.count == all.count)
    }

    /// The arrondissements of a city; any other place is its own part. The tables may have a city without its
    /// arrondissements: then it is its own part too.
    private func parts(of place: Int) -> [Int] {
        let commune = communes[place]
        guard INSEECommune.cities.contains(commune.code) else { return [place] }
        let arrondissements = places(ofDepartement: commune.departement).filter {
            communes[$0].kind == .arrondissement && communes[$0].code.city == commune.code
        }
        return arrondissements.isEmpty ? [place] : arrondissements
    }

    private func count(_ parts: some Sequence<Int>) -> Int { Set(parts.map { communes[$0].code.city }).count }

    private func inhabitants(_ parts: some Sequence<Int>) -> Int {
        parts.reduce(0) { $0 + (communes[$1].population ?? 0) }
    }
}

extension [Int] {
    /// What two sorted lists have in common, in order.
    func common(with other: [Int]) -> [Int] {
        var (here, there, common) = (startIndex, other.startIndex, [Int]())
        while here < endIndex, there < other.endIndex {
            if self[here] == other[there] { common.append(self[here]) }
            let isLess = self[here] <= other[there]
            if other[there] <= self[here] { there += 1 }
            if isLess { here += 1 }
        }
        return common
    }
}
