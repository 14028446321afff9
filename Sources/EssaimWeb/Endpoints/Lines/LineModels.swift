import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension LineRow {
    init(_ line: FoundLine, _ page: PageMaking) {
        let (network, offer) = (line.network, line.offer)
        self.init(
            title: offer.title, summary: offer.summary, path: .line(network.id.rawValue, offer.id.rawValue),
            whose: offer.whose(in: network), standing: line.standing.words(page.clock), look: line.standing.look,
            promised: line.standing.promises ? offer.promisesInWords : "",
            observed: line.standing.promises ? (line.observed ?? .none).words : "",
            distance: line.kilometres.map(French.distance) ?? "")
    }

    /// As whoever comes reads it: what depends on who asks is left out.
    init(_ offer: Offer, in network: Network, _ observed: ObservedDelay?, _ clock: PageClock) {
        let local = network.localTime(of: offer)
        let (words, look): (String, String) =
            switch offer.state(on: local.date(at: clock.now)) {
            case .open:
                local.isOpen(at: clock.now)
                    ? ("Ouverte", "open")
                    : (
                        local.nextOpening(after: clock.now).map { "Fermée à cette heure, ouvre \(clock.words($0))" }
                            ?? "Fermée à cette heure", "waiting"
                    )
            case .coming: (LineStanding.coming(offer.stateUntil).words(clock), "closed")
            case .paused: (LineStanding.paused(offer.stateUntil).words(clock), "closed")
            }
        let isOpen = look != "closed"
        self.init(
            title: offer.title, summary: offer.summary, path: nil, whose: offer.whose(in: network), standing: words,
            look: look, promised: isOpen ? offer.promisesInWords : "",
            observed: isOpen ? (observed ?? .none).words : "")
    }
}

extension ObservedDelay {
    /// Of a line that nobody was answered by.
    fileprivate static let none = ObservedDelay(counted: 0, median: .zero, inTime: 0)
}

extension LineStanding {
    /// A line that is not open promises nothing.
    fileprivate var promises: Bool {
        switch self {
        case .open, .closedNow, .obstacle: true
        case .coming, .paused: false
        }
    }
}

extension Offer {
    /// « CHSUD 77 · Seine-et-Marne ».
    fileprivate func whose(in network: Network) -> String {
        [owner.flatMap { network.partner($0)?.name } ?? "", network.name].filter { !$0.isEmpty }
            .joined(separator: " · ")
    }
}

extension LineFilter {
    /// What the address asks; what names nothing is not asked.
    init(_ query: FormFields) {
        func typed(_ name: String) -> String {
            String(decoding: (query.trimmed(name) ?? "").utf8.prefix(200), as: UTF8.self)
        }
        self.init(
            need: typed(LinesModel.needName), place: typed(LinesModel.placeName),
            departement: typed(LinesModel.departementName), specialty: typed(LinesModel.specialtyName),
            within: Int(typed(LinesModel.withinName)), establishment: typed(LinesModel.establishmentName),
            service: Offer.Service(rawValue: typed(LinesModel.serviceName)))
    }

    var query: [(name: String, value: String)] {
        [
            (LinesModel.needName, need), (LinesModel.placeName, place), (LinesModel.departementName, departement),
            (LinesModel.specialtyName, specialty), (LinesModel.withinName, within.map(String.init) ?? ""),
            (LinesModel.establishmentName, establishment), (LinesModel.serviceName, service?.rawValue ?? ""),
        ]
    }
}

extension LinesModel {
    init(_ finding: LineFinding, _ filter: LineFilter, showsMap: Bool, _ page: PageMaking) {
        let query = filter.query + [(LinesModel.viewName, showsMap ? LinesModel.mapView : "")]
        self.init(
            query: query, rows: showsMap ? [] : finding.lines.map { LineRow($0, page) },
            specialties: finding.specialties,
            establishments: finding.establishments.map { ChoiceGroup.Option(value: $0.id.rawValue, label: $0.name) },
            areas: [], map: showsMap ? finding.map : nil,
            from: finding.places.first?.name ?? finding.from?.communeName ?? "",
            placeIsUnknown: !filter.place.isEmpty && finding.places.isEmpty)
        let without = query.filter { $0.name != LinesModel.departementName && $0.name != LinesModel.viewName }
        areas = finding.departements.map { area in
            Area(
                code: area.code, name: area.name, lines: area.lines,
                path: .lines(without + [(LinesModel.departementName, area.code)]),
                isChosen: area.code == filter.departement)
        }
        otherPlaces = finding.places.dropFirst().map { commune in
            let name = "\(commune.name) \(commune.departement)"
            return Place(name: name, path: path(LinesModel.placeName, name))
        }
    }
}

extension LineModel {
    init(_ page: LinePage, chosen: Offer.Channel.Kind?, _ making: PageMaking) {
        let (line, offer) = (page.line, page.line.offer)
        let today = making.clock.today
        let isOpenToday = offer.isOpen(on: today)
        self.init(
            seal: making.seal(), network: line.network.id.rawValue, line: offer.id.rawValue, row: LineRow(line, making),
            service: offer.service.word,
            hours: isOpenToday ? "aujourd’hui, \(offer.hours(on: today, line.network.holidays))" : "",
            toPrepare: page.form?.toPrepare ?? [], teams: line.network.teams(of: offer),
            ways: isOpenToday
                ? offer.channels.filter { !$0.isBuiltIn && !$0.address.isEmpty }.map { channel in
                    Way(
                        kind: channel.kind, address: channel.address, note: channel.note,
                        hours: channel.hours == nil
                            ? "" : "aujourd’hui, \(offer.hours(of: channel, on: today, line.network.holidays))",
                        isClosed: channel.kind == .telephone
                            && !line.network.localTime(of: offer.during(channel)).isOpen(at: making.clock.now),
                        isChosen: channel.kind == chosen)
                } : [],
            canAsk: page.mayAsk && line.standing.route != nil, isOrientation: offer.kind == .orientation,
            canBeAwaited: !isOpenToday,
            isAwaited: page.subscription.map { $0.openedAt == nil } ?? false, phone: line.network.phone)
    }
}

extension ClinicalProtocol {
    /// What one is glad to have at hand: its photographs and documents, and the questions that must be answered.
    fileprivate var toPrepare: [String] {
        slots.filter(\.isRequired).map(\.label) + allItems.filter(\.isRequired).map(\.label)
    }
}

extension Network {
    /// Each team with the zones that it answers for.
    fileprivate func teams(of offer: Offer) -> [String] {
        pools.compactMap { pool in
            let zones = zones.filter { offer.pools[$0.id] == pool.id }.map(\.name)
            return zones.isEmpty ? nil : "\(pool.name) (\(zones.joined(separator: ", ")))"
        }
    }
}

extension Offer {
    /// The line with the hours of one of its channels, which are its own when the channel says none.
    fileprivate func during(_ channel: Channel) -> Offer {
        var line = self
        line.hours = channel.hours ?? hours
        return line
    }

    fileprivate func hours(of channel: Channel, on day: CivilDate, _ holidays: FrenchHolidays) -> String {
        during(channel).hours(on: day, holidays)
    }
}
