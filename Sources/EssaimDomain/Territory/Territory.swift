/// The communes and départements of France as one set of files says them. Made once, shared by all who ask: it does not
/// change, another set is another value.
public struct Territory: Equatable, Sendable {
    /// By code; of several with one code, one.
    public let communes: [Commune]
    /// By code; of several with one code, one.
    public let departements: [Departement]
    let names: PlaceNames
    private let byPostalCode: [PostalCode: [Int]]

    public init(communes: [Commune], departements: [Departement]) {
        self.communes = communes.sorted { $0.code < $1.code }.withoutRepeats { $0.code == $1.code }
        self.departements = departements.sorted { $0.code < $1.code }.withoutRepeats { $0.code == $1.code }
        names = PlaceNames(self.communes.map(\.name))
        var byPostalCode: [PostalCode: [Int]] = [:]
        for (place, commune) in self.communes.enumerated() {
            for code in commune.postalCodes { byPostalCode[code, default: []].append(place) }
        }
        self.byPostalCode = byPostalCode
    }

    /// Nil for a code that the tables do not have: it may still be good (`standing(of:)`).
    public func commune(_ code: INSEECommune) -> Commune? { place(of: code).map { communes[$0] } }

    /// All that share a postal code, the largest first.
    public func communes(_ code: PostalCode) -> [Commune] {
        places(of: code).map { communes[$0] }.sorted { ($1.population ?? 0, $0.code) < ($0.population ?? 0, $1.code) }
    }

    public func departement(_ code: String) -> Departement? {
        let index = departements.boundary { $0.code >= code }
        return index < departements.count && departements[index].code == code ? departements[index] : nil
    }

    /// Where a commune stands in `communes`.
    func place(of code: INSEECommune) -> Int? {
        let index = communes.boundary { $0.code >= code }
        return index < communes.count && communes[index].code == code ? index : nil
    }

    /// In the order of `communes`.
    func places(of code: PostalCode) -> [Int] { byPostalCode[code] ?? [] }

    /// The communes of a département stand side by side: their codes begin with its own.
    func places(ofDepartement code: String) -> Range<Int> {
        communes.boundary { $0.departement >= code }..<communes.boundary { $0.departement > code }
    }
}

extension Array {
    /// Where a condition begins to hold, in an array where it then holds to the end; the end where it never does.
    fileprivate func boundary(_ isPast: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if isPast(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// The first of each run of elements that are the same.
    fileprivate func withoutRepeats(_ same: (Element, Element) -> Bool) -> [Element] {
        var kept: [Element] = []
        kept.reserveCapacity(count)
        for element in self {
            if let last = kept.last, same(last, element) { continue }
            kept.append(element)
        }
        return kept
    }
}
