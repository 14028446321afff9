import EssaimDomain
import EssaimNetworkFiles
import Foundation
import Testing

private let forms: Set<Identifier<ClinicalProtocol>> = ["dermatologie"]

/// A file of `networks/`, from the sources.
func shipped(_ name: String) throws -> String {
    var folder = URL(filePath: #filePath).deletingLastPathComponent()
    while !FileManager.default.fileExists(atPath: folder.appending(path: "networks/\(name)").path()) {
        folder = folder.deletingLastPathComponent()
        try #require(folder.path() != "/")
    }
    return try String(contentsOf: folder.appending(path: "networks/\(name)"), encoding: .utf8)
}

@Suite struct RoundTripTests {
    @Test func `OncoBreizh as shipped has three sectors, two lines, and one sector without team for the second`() throws
    {
        let network = try NetworkFile.read(try shipped("oncobreizh.yaml"), forms: forms).get()
        #expect(network.zones.map(\.name) == ["Brest–Lannion", "Lorient–Vannes", "Rennes"])
        #expect(
            network.offers.map(\.title) == [
                "Lésion suspecte : cancer de la peau", "Dermatologie : avis sur une éruption",
            ])
        let places = [
            "22113": "brest-lannion", "29019": "brest-lannion", "22278": "rennes", "35238": "rennes",
            "56121": "lorient-vannes",
        ]
        for (code, zone) in places {
            let commune = try #require(INSEECommune(rawValue: code))
            let ways = ways(in: network, "oncobreizh/lesion-suspecte", from: commune)
            #expect(try ways.get().first?.zone == Identifier("oncobreizh/\(zone)"))
        }
        let lesion = try #require(network.offer("oncobreizh/lesion-suspecte"))
        let eruption = try #require(network.offer("oncobreizh/eruption"))
        let vannes = try #require(INSEECommune(rawValue: "56260"))
        #expect(
            ways(in: network, eruption.id, from: vannes)
                == .failure(.zoneWithoutPool("oncobreizh/lorient-vannes")))
        #expect(lesion.target(for: .urgent) == AnswerTarget(hours: 24))
        #expect(lesion.target(for: .routine) == AnswerTarget(hours: 7 * 24))
    }

    private func ways(
        in network: Network, _ line: Identifier<Offer>, from commune: INSEECommune
    ) -> Result<[Route], RoutingObstacle> {
        let place = DemandPlace(commune: commune).locality(in: NoCommunes())
        return RoutingTable(network).ways(of: line, from: place, at: Instant(milliseconds: 1_795_422_600_000))
    }

    @Test func `OncoBreizh written and read again is the same`() throws {
        let network = try NetworkFile.read(try shipped("oncobreizh.yaml"), forms: forms).get()
        #expect(try NetworkFile.read(NetworkFile.write(network), forms: forms).get() == network)
    }

    @Test func `a network names the forms of wounds and of ECG, and is told which there are when one is unknown`()
        throws
    {
        let text = try shipped("armor-soins.yaml")
        let network = try NetworkFile.read(text, forms: ["dermatologie", "plaies", "ecg"]).get()
        #expect(network.offers.map(\.form) == ["plaies", "ecg"])
        let wound = try #require(network.offer("armor-soins/plaie"))
        #expect(wound.admits(.nurse) && wound.admits(.podiatrist))
        #expect(network.offer("armor-soins/ecg")?.admits(.nurse) == false)
        #expect(network.offer("armor-soins/ecg")?.target(for: .urgent) == AnswerTarget(hours: 4))
        #expect(throws: (any Error).self) { try NetworkFile.read(text, forms: forms).get() }
    }

    @Test(arguments: 0..<200)
    func `any network written and read again is the same`(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let network = Network.random(using: &random)
        let text = NetworkFile.write(network)
        #expect(try NetworkFile.read(text, forms: forms).get() == network, "\(text)")
    }

    @Test func `what YAML would read otherwise is written between quotes`() throws {
        for name in [
            "yes", "null", "12: 30", "- tiret", "# dièse", "\"cité\"", "l'œil \\ n", "@", "&a", "a #b", "C : d", "~",
            "a * b", "x\u{FEFF}x", "a\u{2028}b",
        ] {
            let network = Network(
                id: "n", name: name, zones: [Zone(id: "n/z", name: name, departements: ["22"])],
                pools: [Pool(id: "n/p", name: name)],
                offers: [Offer(id: "n/o", title: name, targets: [:], pools: ["n/z": "n/p"])])
            #expect(
                try NetworkFile.read(NetworkFile.write(network), forms: []).get() == network,
                "\(NetworkFile.write(network))")
        }
    }
}

extension Network {
    static func random(using random: inout SeededGenerator) -> Network {
        func name() -> String {
            let signs = Array("abcéœÀ 12:-#'\"\\,[]{}&*!|>%@`’–\u{A0}🐝")
            return "n"
                + String(
                    (0..<Int.random(in: 0...20, using: &random)).compactMap { _ in signs.randomElement(using: &random) }
                ) + "z"
        }
        let departements = (1...95).filter { $0 != 20 }.map { $0 < 10 ? "0\($0)" : "\($0)" }.shuffled(using: &random)
        let count = Int.random(in: 1...5, using: &random)
        let zones = (0..<count).map { index in
            Zone(
                id: Identifier("reseau/z-\(index)"), name: name(),
                departements: Array(departements[index * 3..<index * 3 + 2]),
                communes: [INSEECommune(rawValue: departements[index * 3 + 2] + "00\(index)")].compactMap(\.self))
        }
        let pools = (0..<count).map { Pool(id: Identifier("reseau/p\($0)"), name: name()) }
        let offers = (0..<Int.random(in: 1...4, using: &random)).map { index in
            let kind: RequestKind = Bool.random(using: &random) ? .teleexpertise : .orientation
            var targets: [Urgency: AnswerTarget] = [:]
            for urgency in Urgency.allCases where Bool.random(using: &random) {
                targets[urgency] = AnswerTarget(
                    minutes: [1, 30, 60, 1440, 2880, 4320, 10080, Int.random(in: 1...527_040, using: &random)]
                        .randomElement(using: &random) ?? 60,
                    counting: urgency != .urgent && Bool.random(using: &random) ? .opening : .calendar)
            }
            return Offer(
                id: Identifier("reseau/o\(index)"), title: name(), summary: Bool.random(using: &random) ? name() : "",
                kind: kind,
                state: Offer.State.allCases.randomElement(using: &random) ?? .open,
                form: Bool.random(using: &random) ? "dermatologie" : nil,
                professions: Profession.allCases.filter { kind == .orientation || $0 != .none }
                    .shuffled(using: &random).prefix(Int.random(in: 0...4, using: &random)).map(\.self),
                targets: targets, hours: OpeningHours.random(using: &random),
                pools: Dictionary(
                    uniqueKeysWithValues: zones.prefix(Int.random(in: 1...count, using: &random)).map { zone in
                        (zone.id, pools.randomElement(using: &random)?.id ?? pools[0].id)
                    }))
        }
        var network = Network(
            id: "reseau", name: name(), timeZone: OffsetRules.names.randomElement(using: &random) ?? "UTC",
            phone: Bool.random(using: &random) ? "02 61 91 00 00" : "", zones: zones, pools: pools, offers: offers)
        let names = (0..<9).map { _ in name() }
        network.sayMore(using: &random, names: names)
        return network
    }
}

extension OpeningHours {
    static func random(using random: inout SeededGenerator) -> OpeningHours? {
        switch Int.random(in: 0...3, using: &random) {
        case 0: return nil
        case 1: return .always
        default:
            var weekly: [Weekday: [MinuteRange]] = [.thursday: [.wholeDay]]
            for day in Weekday.allCases where Bool.random(using: &random) {
                let from = Int.random(in: 0..<1439, using: &random)
                weekly[day] = [
                    MinuteRange(from: from, to: Int.random(in: from + 1...1440, using: &random)),
                    MinuteRange(from: 0, to: 60),
                ]
                .compactMap(\.self)
            }
            return OpeningHours(
                weekly: weekly, opensOnHolidays: Bool.random(using: &random),
                closedDays: Bool.random(using: &random) ? Set([CivilDate("2026-12-24")].compactMap(\.self)) : [])
        }
    }
}
