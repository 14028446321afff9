import EssaimDomain
import Foundation

/// People to invite as a table: a head in French, semicolons or commas, UTF-8 with or without a mark of byte order, or
/// Windows-1252 as spreadsheets write it (`docs/networks.md`).
public enum InvitationTable {
    package static let columns = ["nom", "prenom", "profession"]
    package static let others = [
        "rpps", "courriel", "specialite", "roles", "equipes", "grade", "partenaire", "verifie",
    ]

    /// Every row, good or not; a fault when the table itself cannot be read.
    public static func read(_ bytes: [UInt8], of network: Network) -> Result<[InvitationRow], NetworkFileFault> {
        guard bytes.count <= InvitationRow.mostBytes else {
            return .failure(
                NetworkFileFault(line: nil, message: "La table dépasse \(InvitationRow.mostBytes >> 10)\u{A0}Kio."))
        }
        guard let bytes = utf8(bytes) else {
            return .failure(NetworkFileFault(line: nil, message: "La table n’est ni en UTF-8 ni en Windows-1252."))
        }
        let reader = InvitationReader(network: network)
        var rows: [InvitationRow] = []
        do {
            var table = try CSVTable(bytes, columns: columns, others: others)
            while let row = try table.next() {
                guard rows.count < InvitationRow.most else {
                    return .failure(
                        NetworkFileFault(line: row.line, message: "plus de \(InvitationRow.most)\u{A0}lignes."))
                }
                rows.append(reader.row(row.line, row.fields.map(\.trimmed)))
            }
        } catch {
            return .failure(NetworkFileFault(line: error.line, message: error.message))
        }
        return rows.isEmpty ? .failure(NetworkFileFault(line: nil, message: "La table est vide.")) : .success(rows)
    }
}

extension InvitationTable {
    /// The same text in UTF-8; nil for bytes of neither encoding.
    private static func utf8(_ bytes: [UInt8]) -> [UInt8]? {
        if String(validating: bytes, as: UTF8.self) != nil { return bytes }
        return String(data: Data(bytes), encoding: .windowsCP1252).map { Array($0.utf8) }
    }

    /// One row by its columns, for a form.
    public static func row(_ fields: [String: String], of network: Network) -> InvitationRow {
        InvitationReader(network: network).row(1, (columns + others).map { (fields[$0] ?? "").trimmed })
    }
}

/// One row held against the network.
private struct InvitationReader {
    let network: Network

    func row(_ line: Int, _ fields: [String]) -> InvitationRow {
        let typed = Dictionary(
            uniqueKeysWithValues: zip(InvitationTable.columns + InvitationTable.others, fields))
        func value(_ column: String) -> String { typed[column] ?? "" }
        var faults: [String] = []
        for column in ["nom", "prenom"] {
            if value(column).isEmpty { faults.append("il manque «\u{A0}\(column)\u{A0}».") }
            if value(column).count > 100 { faults.append("«\u{A0}\(column)\u{A0}» dépasse 100\u{A0}caractères.") }
            if value(column).unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
                faults.append("«\u{A0}\(column)\u{A0}» tient sur une ligne, sans tabulation.")
            }
        }
        let profession = Words.professions.value(value("profession"))
        if profession == nil { faults.append(unknown(value("profession"), Words.professions.list)) }
        let mail = value("courriel").isEmpty ? nil : MailboxAddress.parse(value("courriel"))
        if mail == nil, !value("courriel").isEmpty { faults.append(MemberCheck.noMailbox(value("courriel"))) }
        let check = self.check(value("verifie"), mail, &faults)
        let specialty = value("specialite").uppercased()
        if !specialty.isEmpty, !DeclaredMember.isSpecialtyCode(specialty) {
            faults.append(MemberCheck.noSpecialty(value("specialite")))
        }
        let sign = self.sign(value("rpps"), mail, &faults)
        let roles = many(value("roles"), &faults) { word in
            Words.roles.value(word).map { [$0] } ?? []
        } unknown: {
            Words.roles.list
        }
        let grade = value("grade").isEmpty ? .senior : Words.grades.value(value("grade"))
        if grade == nil { faults.append(unknown(value("grade"), Words.grades.list)) }
        let pools = many(value("equipes"), &faults) { name in
            network.pools.filter { $0.id.lastPart == name }.map(\.id)
        } unknown: {
            network.pools.map(\.id.lastPart).joined(separator: ", ")
        }
        let partners = many(value("partenaire"), &faults) { name in
            network.partners.filter { $0.id.lastPart == name }.map(\.id)
        } unknown: {
            network.partners.map(\.id.lastPart).joined(separator: ", ")
        }
        if faults.isEmpty, roles.isEmpty, pools.isEmpty, partners.isEmpty {
            faults.append("il manque un rôle, une équipe ou un partenaire.")
        }
        let name = "\(value("prenom")) \(value("nom"))".trimmed
        guard faults.isEmpty, let profession, let sign, let grade else {
            return InvitationRow(line: line, name: name, content: .refused(faults))
        }
        let member = DeclaredMember(
            key: "", sign: sign, familyName: value("nom"), givenName: value("prenom"), profession: profession,
            specialty: specialty.isEmpty ? nil : specialty, mail: mail, roles: Set(roles),
            pools: Dictionary(pools.map { ($0, grade) }, uniquingKeysWith: { a, _ in a }), partners: Set(partners))
        return InvitationRow(line: line, name: name, content: .member(member), check: check)
    }

    /// Who checked who they are, and how; nil where nothing stands.
    private func check(_ typed: String, _ mail: MailboxAddress?, _ faults: inout [String]) -> String? {
        if typed.isEmpty { return nil }
        if !(InvitationRow.shortestCheck...InvitationRow.longestCheck).contains(typed.count)
            || typed.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        {
            faults.append(
                "«\u{A0}verifie\u{A0}» dit qui a vérifié l’identité et comment, en \(InvitationRow.shortestCheck) à "
                    + "\(InvitationRow.longestCheck)\u{A0}caractères.")
        }
        if mail == nil {
            faults.append("«\u{A0}verifie\u{A0}» ouvre un compte par un lien\u{A0}: il manque «\u{A0}courriel\u{A0}».")
        }
        return typed
    }

    /// The RPPS; without one, the mailbox is the login under which they are awaited.
    private func sign(
        _ rpps: String, _ mail: MailboxAddress?, _ faults: inout [String]
    ) -> DeclaredMember.Sign? {
        if rpps.isEmpty, mail == nil {
            faults.append("il manque «\u{A0}rpps\u{A0}» ou «\u{A0}courriel\u{A0}».")
            return nil
        }
        switch MemberCheck.sign(rpps.isEmpty ? mail?.rawValue ?? "" : rpps, isRPPS: !rpps.isEmpty) {
        case .success(let sign): return sign
        case .failure(let wrong):
            faults.append(wrong.message)
            return nil
        }
    }

    /// Several words in a field, between blanks, commas, bars or plus signs.
    private func many<Value>(
        _ field: String, _ faults: inout [String], _ values: (String) -> [Value], unknown known: () -> String
    ) -> [Value] {
        var found: [Value] = []
        for word in field.split(whereSeparator: { $0.isWhitespace || ",|+".contains($0) }) {
            let here = values(String(word))
            if here.isEmpty { faults.append(unknown(String(word), known())) }
            found += here
        }
        return found
    }

    private func unknown(_ word: String, _ known: String) -> String {
        "\(shown(word)) n’est pas connu\u{A0}; connus\u{A0}: \(known.isEmpty ? "aucun" : known)."
    }
}
