import EssaimDomain

/// Every address of the site, built here so that no page writes one by hand. Ids are percent-encoded.
public struct SitePath: Hashable, Sendable, CustomStringConvertible {
    public let text: String
    public var description: String { text }

    private init(_ text: String) { self.text = text }

    public static let home = SitePath("/")
    public static let login = SitePath("/connexion")
    /// The second step of a sign-in: a code, a key; what a key alone is to sign.
    static let loginCode = SitePath("/connexion/code")
    static let loginKey = SitePath("/connexion/cle")
    static let loginChallenge = SitePath("/connexion/cle/defi")
    /// A second factor being set up, by a sign-in or by someone signed in.
    static let enrolCode = SitePath("/connexion/ajout/code")
    static let enrolKey = SitePath("/connexion/ajout/cle")
    /// Leaves for another provider; where it leads back to; what is still to be said then.
    static func leave(for provider: String) -> SitePath { SitePath("/connexion/fournisseur/\(encoded(provider))") }
    static func back(from provider: String) -> SitePath { SitePath("/connexion/retour/\(encoded(provider))") }
    static let arrival = SitePath("/connexion/arrivee")
    /// Where the link that opens an account leads.
    public static func openAccount(_ token: String) -> SitePath { SitePath("/compte/\(encoded(token))") }
    /// One's own sign-in: devices, password, second factors.
    public static let security = SitePath("/profil/securite")
    /// What is done there: `ajouter`, `confirmer`, `mot-de-passe`, `codes`, `application`, `autres-appareils`.
    static func security(_ act: String) -> SitePath { SitePath("/profil/securite/\(act)") }
    static let proofCode = SitePath("/profil/securite/confirmer/code")
    static let proofKey = SitePath("/profil/securite/confirmer/cle")
    static func endDevice(_ id: String) -> SitePath { SitePath("/profil/securite/appareils/\(encoded(id))/fermer") }
    static func removePasskey(_ id: String) -> SitePath { SitePath("/profil/securite/cles/\(encoded(id))/retirer") }
    /// Where programs earn their tokens: what an assertion names as its audience.
    public static let softwareToken = SitePath("/api/jeton")
    public static let logout = SitePath("/deconnexion")
    public static let personas = SitePath("/demo")
    public static let enterPersona = SitePath("/demo/entrer")
    public static let worklist = SitePath("/demandes")
    public static let newRequest = SitePath("/demandes/nouvelle")
    public static let emergency = SitePath("/acces-urgence")
    public static let journal = SitePath("/journal")
    public static let ownActs = SitePath("/a-coter")
    public static let claims = SitePath("/facturation")
    public static let search = SitePath("/recherche")
    public static let patients = SitePath("/patients")
    public static let visits = SitePath("/a-voir")
    public static let activity = SitePath("/suivi")
    public static let profile = SitePath("/profil")
    public static let tellProblem = SitePath("/signaler")
    public static let problems = SitePath("/problemes")
    /// The structure that one administers, or the first of several.
    public static let structure = SitePath("/structure")
    public static let style = SitePath("/style")
    public static let phrases = SitePath("/phrases")
    public static let availability = SitePath("/disponibilites")
    public static let absences = SitePath("/disponibilites/absences")
    public static let absenceCalendar = SitePath("/disponibilites/agenda")
    public static let removeAbsenceCalendar = SitePath("/disponibilites/agenda/retirer")
    /// One's own turns of duty.
    public static let duties = SitePath("/gardes")
    public static let swaps = SitePath("/gardes/echanges")
    /// What is done to an exchange: `accepter`, `decliner`, `retirer`.
    static func swap(_ id: String, _ act: String) -> SitePath { SitePath("/gardes/echanges/\(encoded(id))/\(act)") }
    static let calendarFeed = SitePath("/gardes/agenda")
    static let stopCalendarFeed = SitePath("/gardes/agenda/arreter")
    /// What a calendar follows: the secret is the door.
    public static func calendarFeed(_ secret: String) -> SitePath { SitePath("/agenda/\(encoded(secret)).ics") }
    /// The rotas that one sees, or the first of them.
    public static let rotas = SitePath("/planning")
    /// A network's rota, of one team when it is named, from a week on.
    public static func rota(_ network: String, pool: String = "", from day: String = "") -> SitePath {
        SitePath("/reseaux/\(encoded(network))/planning" + asked([("equipe", pool), ("du", day)]))
    }
    static func rotaDuties(_ network: String) -> SitePath { SitePath("/reseaux/\(encoded(network))/planning/gardes") }
    /// One duty, or what is done to it: `terminer`.
    static func rotaDuty(_ network: String, _ duty: String, _ act: String? = nil) -> SitePath {
        SitePath("/reseaux/\(encoded(network))/planning/gardes/\(encoded(duty))" + (act.map { "/\($0)" } ?? ""))
    }
    static func rotaTurn(_ network: String) -> SitePath { SitePath("/reseaux/\(encoded(network))/planning/tours") }

    /// A view of the worklist, from after the given key when it has several pages.
    public static func worklist(view: String, after key: String? = nil) -> SitePath {
        SitePath("/demandes?vue=\(encoded(view))" + (key.map { "&apres=\(encoded($0))" } ?? ""))
    }

    /// The regulator's board, from after the given key when it has several pages.
    public static func triage(view: String = "", after key: String = "") -> SitePath {
        SitePath("/regulation" + asked([("vue", view), ("apres", key)]))
    }
    public static let phone = SitePath("/avis-telephonique")
    /// Every line of every network, with what is asked of it; empty answers are left out.
    static func lines(_ query: [(name: String, value: String)] = []) -> SitePath { SitePath("/lignes" + asked(query)) }
    public static func line(_ network: String, _ line: String) -> SitePath {
        SitePath("/lignes/\(encoded(network))/\(encoded(lineName(line, in: network)))")
    }
    /// What is done at a line: `voie`, `prevenir`, `ne-plus-prevenir`.
    static func line(_ network: String, _ line: String, _ act: String) -> SitePath {
        SitePath("\(Self.line(network, line).text)/\(act)")
    }
    /// A line's id begins with its network's where a file declares it: an address says it once.
    private static func lineName(_ line: String, in network: String) -> String {
        line.hasPrefix(network + "/") ? String(line.dropFirst(network.count + 1)) : line
    }
    /// What a network shows of its lines to whoever comes.
    static func catalogue(_ network: String) -> SitePath { SitePath("/catalogue/\(encoded(network))") }

    public static func request(_ id: String) -> SitePath { SitePath("/demandes/\(encoded(id))") }
    public static func draft(_ id: String) -> SitePath { under(id, "brouillon") }
    public static func photos(_ id: String) -> SitePath { under(id, "photos") }
    /// - Parameter trace: the entry of the page that shows the photograph, on which its loading rides.
    public static func photo(_ id: String, _ photo: String, on trace: String? = nil) -> SitePath {
        under(id, "photos/\(encoded(photo))" + (trace.map { "?trace=\(encoded($0))" } ?? ""))
    }
    /// A part of it: `vignette`, `ecran`, `page-2`.
    public static func photo(_ id: String, _ photo: String, part: String, on trace: String?) -> SitePath {
        under(id, "photos/\(encoded(photo))/\(encoded(part))" + (trace.map { "?trace=\(encoded($0))" } ?? ""))
    }
    /// The demand's whole: `pdf` or `zip`.
    public static func dossier(_ id: String, as kind: String) -> SitePath { under(id, "dossier/dossier.\(kind)") }
    public static func removePhoto(_ id: String, _ photo: String) -> SitePath {
        under(id, "photos/\(encoded(photo))/retirer")
    }
    public static func verify(_ id: String) -> SitePath { under(id, "verifier") }
    public static func send(_ id: String) -> SitePath { under(id, "envoyer") }
    /// The addresses of the images that it shows first.
    public static func preparation(_ id: String) -> SitePath { under(id, "images") }
    /// Stands under the addresses that it serves, and keeps its own for ever: so browsers want it.
    public static let imageWorker = SitePath("/demandes/images-pretes.js")
    public static func reply(_ id: String) -> SitePath { under(id, "repondre") }
    public static func report(_ id: String, version: Int) -> SitePath { under(id, "compte-rendu/\(version).pdf") }
    public static func receipt(_ id: String, number: String) -> SitePath { under(id, "recu/\(receiptName(number))") }
    /// The demand as a text to copy into one's own record.
    public static func recordCopy(_ id: String) -> SitePath { under(id, "pour-mon-dossier") }
    /// What one side says of its own record: `dossier`, `dmp`, `opposition-dmp`.
    static func mark(_ id: String, _ mark: String) -> SitePath { under(id, "verse/\(encoded(mark))") }
    static func unmark(_ id: String, _ mark: String) -> SitePath { under(id, "retirer/\(encoded(mark))") }
    static func patientSheet(_ id: String) -> SitePath { under(id, "fiche-patient") }
    /// Where a problem met on this demand is told.
    static func problem(_ id: String) -> SitePath { under(id, "signaler") }
    /// What a receipt's file is called.
    static func receiptName(_ number: String) -> String { "recu-\(encoded(number)).json" }
    /// Who saw the demand, from before the given key when it has several pages.
    public static func trail(_ id: String, before key: String? = nil) -> SitePath {
        under(id, "acces" + (key.map { "?avant=\(encoded($0))" } ?? ""))
    }
    /// A file of a network's figures, with what is asked of it; empty answers are left out.
    public static func activity(_ file: String, _ query: [(name: String, value: String)]) -> SitePath {
        let fields = query.filter { !$0.value.isEmpty }.map { "\(encoded($0.name))=\(encoded($0.value))" }
        return SitePath("/suivi/\(encoded(file))" + (fields.isEmpty ? "" : "?" + fields.joined(separator: "&")))
    }
    /// Problems told in a network, from before the given key.
    static func problems(in network: String, areHandled: Bool, before key: String? = nil) -> SitePath {
        let view = areHandled ? handledView : ""
        return SitePath("/problemes" + asked([("reseau", network), ("vue", view), ("avant", key ?? "")]))
    }
    static let handledView = "traites"
    /// What is done to a problem: `traiter`, `rouvrir`.
    static func problemAct(_ id: String, _ act: String) -> SitePath {
        SitePath("/problemes/\(encoded(id))/\(encoded(act))")
    }
    /// Patients to be seen, from after the given key.
    public static func visits(after key: String) -> SitePath { SitePath("/a-voir?apres=\(encoded(key))") }
    public static func visit(_ id: String) -> SitePath { SitePath("/a-voir/\(encoded(id))") }
    public static func visitAct(_ id: String, _ act: String) -> SitePath {
        SitePath("/a-voir/\(encoded(id))/\(encoded(act))")
    }
    /// The journal, or its export, with what is asked of it; empty answers are left out.
    public static func journal(_ query: [(name: String, value: String)], isExport: Bool = false) -> SitePath {
        SitePath((isExport ? "/journal/export" : "/journal") + asked(query))
    }
    /// Own acts: the marked ones, those of a day, from a key.
    public static func ownActs(_ query: [(name: String, value: String)]) -> SitePath {
        SitePath("/a-coter" + asked(query))
    }
    /// What is done to one's own act: `coter`, `ecarter`, `annuler`, `nir`.
    public static func ownAct(_ id: String, _ act: String) -> SitePath {
        SitePath("/a-coter/\(encoded(id))/\(encoded(act))")
    }
    public static func claims(_ query: [(name: String, value: String)]) -> SitePath {
        SitePath("/facturation" + asked(query))
    }
    /// What is done to an establishment's act: `facture`, `rejete`, `reprendre`…
    public static func claim(_ id: String, _ act: String) -> SitePath {
        SitePath("/facturation/actes/\(encoded(id))/\(encoded(act))")
    }
    public static let batches = SitePath("/facturation/lots")
    public static let claimLines = SitePath("/facturation/lignes")
    public static func batch(_ id: String, after position: Int? = nil) -> SitePath {
        SitePath("/facturation/lots/\(encoded(id))" + (position.map { "?apres=\($0)" } ?? ""))
    }
    public static func batchFile(_ id: String) -> SitePath { SitePath("/facturation/lots/\(encoded(id))/lot.csv") }

    /// A search and its filters. Never its words: they bear a name that only their writer can open.
    public static func search(_ query: [(name: String, value: String)]) -> SitePath {
        SitePath(search.text + asked(query))
    }
    /// The structure's patients; what was typed of a name bears one too.
    public static func patients(_ query: [(name: String, value: String)]) -> SitePath {
        SitePath(patients.text + asked(query))
    }
    public static func patient(_ id: String) -> SitePath { SitePath("/patients/\(encoded(id))") }

    /// Fields of an address; empty ones are left out.
    private static func asked(_ query: [(name: String, value: String)]) -> String {
        let fields = query.filter { !$0.value.isEmpty }.map { "\(encoded($0.name))=\(encoded($0.value))" }
        return fields.isEmpty ? "" : "?" + fields.joined(separator: "&")
    }
    /// One's structure, from after a member.
    public static func structure(_ id: String, after member: String? = nil) -> SitePath {
        SitePath("/structure/\(encoded(id))" + asked([("apres", member ?? "")]))
    }
    /// What is done to it: `fiche`, `invitations`.
    static func structure(_ id: String, _ act: String) -> SitePath { SitePath("/structure/\(encoded(id))/\(act)") }
    static func withdrawInvitation(_ id: String, _ invitation: String) -> SitePath {
        SitePath("/structure/\(encoded(id))/invitations/\(encoded(invitation))/retirer")
    }
    /// A member, or what is done to them: `place`, `suspendre`, `reprendre`, `terminer`.
    static func structureMember(_ id: String, _ member: String, _ act: String? = nil) -> SitePath {
        SitePath("/structure/\(encoded(id))/membres/\(encoded(member))" + (act.map { "/\($0)" } ?? ""))
    }
    /// One's answer to an invitation: `accepter`, `refuser`.
    static func answerInvitation(_ id: String, _ answer: String) -> SitePath {
        SitePath("/profil/invitations/\(encoded(id))/\(answer)")
    }
    /// Where a part of one's profile is posted: `reglages`, `courriel`, `mobile`…
    static func profile(_ part: String) -> SitePath { SitePath("/profil/\(encoded(part))") }
    /// Where the link of a mail leads, which confirms its address.
    public static func confirmMail(_ token: String) -> SitePath { SitePath("/profil/courriel/\(encoded(token))") }
    public static func liftAlarm(_ id: String) -> SitePath { SitePath("/journal/alarmes/\(encoded(id))/lever") }
    /// Where a command is posted: `prendre`, `preciser`, `clore`…
    public static func act(_ id: String, _ action: String) -> SitePath { under(id, encoded(action)) }
    /// A static file, under the version that lets it be cached for ever.
    public static func asset(_ name: String, version: String) -> SitePath {
        SitePath("/actifs/\(encoded(version))/\(encoded(name))")
    }

    public static func phrases(after shortcut: String) -> SitePath {
        SitePath("/phrases?apres=\(encoded(shortcut))")
    }
    public static func phrase(_ id: String) -> SitePath { SitePath("/phrases/\(encoded(id))") }
    public static func removePhrase(_ id: String) -> SitePath { SitePath("/phrases/\(encoded(id))/retirer") }

    public static func removeAbsence(_ id: String) -> SitePath {
        SitePath("/disponibilites/absences/\(encoded(id))/retirer")
    }

    public static let networks = SitePath("/reseaux")
    static func network(_ id: String) -> SitePath { networks.under(id) }
    static func network(_ id: String, _ section: SheetSection) -> SitePath { network(id).under(section.rawValue) }
    /// One part; `nouveau` for another.
    static func networkPart(_ id: String, _ section: SheetSection, _ part: String) -> SitePath {
        section == .identity ? network(id, section) : network(id, section).under(part)
    }
    static func networkFile(_ id: String) -> SitePath { network(id).under("fichier") }

    /// The forms of a network, from after one of its own.
    static func protocols(_ network: String, after id: String? = nil) -> SitePath {
        SitePath("/reseaux/\(encoded(network))/protocoles" + asked([("apres", id ?? "")]))
    }
    static func importProtocol(_ network: String) -> SitePath { protocols(network).under("importer") }
    static func `protocol`(_ network: String, _ id: String) -> SitePath { protocols(network).under(id) }
    /// One question; `nouvelle` for another.
    static func protocolQuestion(_ network: String, _ id: String, _ question: String) -> SitePath {
        SitePath.protocol(network, id).under("questions").under(question)
    }
    /// A network's people, from after one of them.
    static func members(_ network: String, after id: String? = nil) -> SitePath {
        SitePath("/reseaux/\(encoded(network))/membres" + asked([("apres", id ?? "")]))
    }
    static func member(_ network: String, _ id: String) -> SitePath { members(network).under(id) }
    /// What stands under this address.
    func under(_ part: String) -> SitePath { SitePath("\(text)/\(Self.encoded(part))") }

    /// The same page, at one of its parts.
    public func at(_ fragment: String) -> SitePath { SitePath("\(text)#\(Self.encoded(fragment))") }

    private static func under(_ id: String, _ rest: String) -> SitePath {
        SitePath("/demandes/\(encoded(id))/\(rest)")
    }

    /// RFC 3986 percent-encoding: all but unreserved characters. `.` and `..` alone would climb, encoded or not
    /// (WHATWG URL, « double-dot path segment »): no id is so written, and `_` leads nowhere.
    static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        if text == "." || text == ".." { return "_" }
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                bytes.append(byte)
            default:
                bytes.append(contentsOf: [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]])
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension SitePath {
    /// An address that came back in a form: kept only when it is a plain path of this site.
    init?(local text: String) {
        let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
        guard text.hasPrefix("/"), !text.hasPrefix("//"), isPlain, text.utf8.count <= 300 else { return nil }
        self.init(text)
    }

    /// The same page, with one answer in its address.
    func with(_ name: String, _ value: String) -> SitePath {
        SitePath(text + (text.contains("?") ? "&" : "?") + "\(Self.encoded(name))=\(Self.encoded(value))")
    }

    /// The same page, with a word on what was just done.
    public func done(_ what: String) -> SitePath {
        SitePath(text + (text.contains("?") ? "&" : "?") + "fait=" + Self.encoded(what))
    }
}
