import EssaimDomain

extension NetworkFile {
    /// The whole file: reading it gives the same declaration back.
    public static func write(_ declaration: NetworkDeclaration) -> String {
        var out = YAMLWriter()
        if let members = declaration.members {
            out.blank()
            if members.isEmpty { out.none("membres") } else { write(members, of: declaration.network, &out) }
        }
        if let duties = declaration.duties {
            out.blank()
            if duties.isEmpty { out.none("permanences") } else { write(duties, &out) }
        }
        return write(declaration.network) + out.text
    }

    private static func write(_ members: [DeclaredMember], of network: Network, _ out: inout YAMLWriter) {
        let pools = network.pools.map(\.id)
        out.section("membres") { out in
            for member in members {
                out.section(member.key) { out in
                    out.pair("nom", member.familyName)
                    out.pair("prenom", member.givenName)
                    switch member.sign {
                    case .rpps(let number): out.pair("rpps", number.rawValue)
                    case .login(let login): out.pair("identifiant", login)
                    }
                    out.pair("profession", Words.professions.word(member.profession))
                    if let specialty = member.specialty { out.pair("specialite", specialty) }
                    if let mail = member.mail { out.pair("courriel", mail.rawValue) }
                    if !member.roles.isEmpty { out.list("roles", member.roleWords) }
                    if !member.pools.isEmpty {
                        out.section("equipes") { out in
                            for pool in pools {
                                if let grade = member.pools[pool] { out.pair(pool.lastPart, Words.grades.word(grade)) }
                            }
                        }
                    }
                    if !member.partners.isEmpty { out.list("partenaires", member.partners.sorted().map(\.lastPart)) }
                    if !member.subSpecialties.isEmpty {
                        out.list("surspecialites", member.subSpecialties.sorted().map(\.lastPart))
                    }
                }
            }
        }
    }

    private static func write(_ duties: [DeclaredDuty], _ out: inout YAMLWriter) {
        out.section("permanences") { out in
            for duty in duties {
                out.section(duty.id.lastPart) { out in
                    switch duty.post {
                    case .pool(let pool): out.pair("equipe", pool.lastPart)
                    case .line(let line): out.pair("ligne", line.lastPart)
                    }
                    out.pair("qui", duty.member)
                    out.list("jours", duty.pattern.weekdays.sorted().map(Words.days.word))
                    out.pair("heures", duty.time.words)
                    if duty.pattern.everyWeeks != 1 { out.pair("semaines", "\(duty.pattern.everyWeeks)") }
                    out.pair("du", duty.pattern.first.description)
                    if let last = duty.pattern.last { out.pair("au", last.description) }
                    if duty.pattern.onHolidays != .dropped {
                        out.pair("feries", Words.onHolidays.word(duty.pattern.onHolidays))
                    }
                }
            }
        }
    }
}

extension DeclaredMember {
    /// In the order in which roles are written everywhere.
    var roleWords: [String] { NetworkRole.allCases.filter(roles.contains).map(\.fileWord) }
}

extension DutyTime {
    /// `matin`, `20h-8h`.
    var words: String {
        guard case .hours(let hours) = self else { return Words.times.word(self) }
        return "\(MinuteRange.clock(hours.from))-\(MinuteRange.clock(hours.to % 1440))"
    }
}
