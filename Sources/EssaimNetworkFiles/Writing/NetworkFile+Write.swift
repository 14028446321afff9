import EssaimDomain

extension NetworkFile {
    /// The file of a network: reading it gives the same network back.
    public static func write(_ network: Network) -> String {
        var out = YAMLWriter()
        out.pair("reseau", network.id.rawValue)
        out.pair("nom", network.name)
        if network.timeZone != "Europe/Paris" { out.pair("fuseau", network.timeZone) }
        if !network.phone.isEmpty { out.pair("telephone", network.phone) }
        writeIdentity(of: network, &out)
        out.blank()
        out.section("zones") { out in
            for zone in network.zones {
                out.section(zone.id.lastPart) { out in
                    out.pair("nom", zone.name)
                    if !zone.departements.isEmpty { out.list("departements", zone.departements) }
                    if !zone.communes.isEmpty { out.list("communes", zone.communes.map(\.rawValue)) }
                    if !zone.postalCodes.isEmpty { out.list("codes-postaux", zone.postalCodes.map(\.rawValue)) }
                    if !zone.unites.isEmpty { out.list("reunit", zone.unites.map(\.lastPart)) }
                    if !zone.overflow.isEmpty { out.list("deborde", zone.overflow.map(\.lastPart)) }
                }
            }
        }
        out.blank()
        out.section("equipes") { out in
            for pool in network.pools {
                out.section(pool.id.lastPart) { out in
                    out.pair("nom", pool.name)
                    if let owner = pool.owner { out.pair("partenaire", owner.lastPart) }
                }
            }
        }
        if network.guarantee != .standard {
            out.blank()
            write(network.guarantee, &out)
        }
        out.blank()
        out.section("lignes") { out in
            for offer in network.offers { out.section(offer.id.lastPart) { write(offer, of: network, &$0) } }
        }
        return out.text
    }

    private static func write(_ offer: Offer, of network: Network, _ out: inout YAMLWriter) {
        out.pair("titre", offer.title)
        if !offer.summary.isEmpty { out.pair("resume", offer.summary) }
        if !offer.keywords.isEmpty { out.list("mots", offer.keywords) }
        if !offer.specialty.isEmpty { out.pair("specialite", offer.specialty) }
        out.pair("genre", Words.kinds.word(offer.kind))
        if offer.service != .opinion { out.pair("nature", Words.services.word(offer.service)) }
        if offer.modality != .deferred { out.pair("modalite", Words.modalities.word(offer.modality)) }
        if let owner = offer.owner { out.pair("partenaire", owner.lastPart) }
        out.pair("etat", Words.states.word(offer.state))
        if let day = offer.stateUntil, offer.state != .open {
            out.pair(offer.state == .coming ? "a-partir" : "jusqu-au", day.description)
        }
        if let form = offer.form { out.pair("formulaire", form.rawValue) }
        if !offer.professions.isEmpty { out.list("professions", offer.professions.map(Words.professions.word)) }
        if offer.admission.isByInvitation { out.pair("demandeurs", Words.invitations.word(true)) }
        if !offer.admission.departements.isEmpty { out.list("territoire", offer.admission.departements) }
        if !offer.targets.isEmpty {
            out.section("delais") { out in
                for urgency in Urgency.allCases {
                    guard let target = offer.targets[urgency] else { continue }
                    out.pair(Words.urgencies.word(urgency), Delay.text(target, for: urgency))
                }
            }
        }
        if let hours = offer.hours { write(hours, &out) }
        write(offer.channels, &out)
        write(offer.routing, of: network, &out)
        if let guarantee = offer.guarantee { write(guarantee, &out) }
        if offer.pools.isEmpty { return }
        out.section("equipes") { out in
            for zone in network.zones {
                if let pool = offer.pools[zone.id] { out.pair(zone.id.lastPart, pool.lastPart) }
            }
        }
    }

    static func write(_ hours: OpeningHours, _ out: inout YAMLWriter) {
        if hours == .always { return out.pair("horaires", "toujours") }
        out.section("horaires") { out in
            for (days, ranges) in hours.runs { out.pair(days, ranges.map(\.words).joined(separator: ", ")) }
            if hours.opensOnHolidays { out.pair("feries", Words.holidays.word(true)) }
            if !hours.closedDays.isEmpty { out.list("fermetures", hours.closedDays.sorted().map(\.description)) }
        }
    }
}

extension OpeningHours {
    /// Days that follow each other with the same hours, together: `lun-ven`.
    var runs: [(days: String, ranges: [MinuteRange])] {
        var runs: [(first: Weekday, last: Weekday, ranges: [MinuteRange])] = []
        for day in Weekday.allCases {
            guard let ranges = weekly[day] else { continue }
            if let run = runs.last, run.ranges == ranges, run.last.number == day.number - 1 {
                runs[runs.count - 1].last = day
            } else {
                runs.append((day, day, ranges))
            }
        }
        return runs.map { run in
            let first = Words.days.word(run.first)
            return (run.first == run.last ? first : "\(first)-\(Words.days.word(run.last))", run.ranges)
        }
    }
}

extension MinuteRange {
    /// `9h-12h30`.
    var words: String { "\(Self.clock(from))-\(Self.clock(to))" }

    static func clock(_ minutes: Int) -> String {
        let rest = minutes % 60
        return "\(minutes / 60)h" + (rest == 0 ? "" : rest < 10 ? "0\(rest)" : "\(rest)")
    }
}
