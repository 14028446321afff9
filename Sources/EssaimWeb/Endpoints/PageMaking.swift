import EssaimDomain
import EssaimGate
import EssaimWorkflow

/// Makes the frame and the seals of one page for one visitor.
struct PageMaking {
    let visitor: Visitor
    let clock: PageClock
    var isDemonstration = false
    var network: String?
    /// The entry of this page's opening.
    var trace: String?

    /// A seal with a fresh key: each form drawn is one act, however often it is sent.
    func seal(version: Int? = nil) -> FormSeal {
        FormSeal(
            csrf: visitor.session?.csrf ?? "", key: Identifier<FormSeal>.new(at: clock.now).rawValue, version: version)
    }

    func frame(current: SitePath? = nil, notice: Notice? = nil) -> PageFrame {
        guard let caller = visitor.caller else {
            return PageFrame(clock: clock, network: network, isDemonstration: isDemonstration, notice: notice)
        }
        var links: [PageFrame.Link] = []
        if caller.home == .worklist {
            links.append(
                PageFrame.Link(
                    title: "Demandes", path: .worklist, isCurrent: current == .worklist || current == .visits))
        }
        if !caller.watches.isEmpty {
            links.append(PageFrame.Link(title: "Régulation", path: .triage(), isCurrent: current == .triage()))
        }
        if caller.home == .visits {
            links.append(PageFrame.Link(title: "Patients à voir", path: .visits, isCurrent: current == .visits))
        }
        if caller.mayAsk {
            links.append(
                PageFrame.Link(title: "Nouvelle demande", path: .newRequest, isCurrent: current == .newRequest))
        }
        if caller.mayHaveActs {
            links.append(PageFrame.Link(title: "À coter", path: .ownActs, isCurrent: current == .ownActs))
        }
        if !caller.billsFor.isEmpty {
            links.append(PageFrame.Link(title: "Facturation", path: .claims, isCurrent: current == .claims))
        }
        if caller.home == .worklist {
            links.append(PageFrame.Link(title: "Rechercher", path: .search, isCurrent: current == .search))
        }
        if !caller.follows.isEmpty {
            links.append(PageFrame.Link(title: "Suivi", path: .activity, isCurrent: current == .activity))
        }
        if !caller.networks(as: .coordinator).isEmpty {
            links.append(PageFrame.Link(title: "Problèmes", path: .problems, isCurrent: current == .problems))
        }
        if caller.keepsJournal {
            links.append(PageFrame.Link(title: "Journal", path: .journal, isCurrent: current == .journal))
        }
        var menu = [PageFrame.Link(title: "Mon profil", path: .profile, isCurrent: current == .profile)]
        menu.append(PageFrame.Link(title: "Ma connexion", path: .security, isCurrent: current == .security))
        if !caller.administers.isEmpty {
            menu.append(PageFrame.Link(title: "Ma structure", path: .structure, isCurrent: current == .structure))
        }
        if !caller.readNetworks.isEmpty {
            menu.append(PageFrame.Link(title: "Réseau", path: .networks, isCurrent: current == .networks))
        }
        if let network = caller.protocolNetwork {
            menu.append(PageFrame.Link(title: "Formulaires", path: .protocols(network.rawValue), isCurrent: false))
        }
        if caller.answers {
            menu.append(PageFrame.Link(title: "Avis téléphonique", path: .phone, isCurrent: current == .phone))
            menu.append(PageFrame.Link(title: "Mes phrases", path: .phrases, isCurrent: current == .phrases))
            menu.append(
                PageFrame.Link(
                    title: "Mes disponibilités", path: .availability, isCurrent: current == .availability))
            menu.append(PageFrame.Link(title: "Mes gardes", path: .duties, isCurrent: current == .duties))
        }
        if !caller.rotas.isEmpty {
            menu.append(PageFrame.Link(title: "Planning des gardes", path: .rotas, isCurrent: current == .rotas))
        }
        if caller.mayAsk {
            menu.append(PageFrame.Link(title: "Mes patients", path: .patients, isCurrent: current == .patients))
        }
        if !caller.emergencyNetworks.isEmpty {
            menu.append(PageFrame.Link(title: "Accès d’urgence", path: .emergency, isCurrent: current == .emergency))
        }
        menu.append(
            PageFrame.Link(title: "Signaler un problème", path: .tellProblem, isCurrent: current == .tellProblem))
        return PageFrame(
            clock: clock, network: network, navigation: links,
            account: PageFrame.Account(
                name: caller.person.shownName, role: caller.roleWords, links: menu, seal: seal()),
            isDemonstration: isDemonstration, notice: notice)
    }
}

extension Grant {
    /// Paris time, where no network says otherwise.
    func page(isDemonstration: Bool = false, offsets: OffsetRules = .centralEuropean, network: String? = nil)
        -> PageMaking
    {
        PageMaking(
            visitor: visitor, clock: PageClock(now: now, rules: offsets), isDemonstration: isDemonstration,
            network: network)
    }

    func page(_ surroundings: Surroundings) -> PageMaking {
        page(
            isDemonstration: surroundings.isDemonstration, offsets: surroundings.offsets,
            network: surroundings.network)
    }

    func page(_ file: RequestFile) -> PageMaking {
        var making = page(
            isDemonstration: file.isDemonstration, offsets: file.localTime.offsets, network: file.network.name)
        making.trace = file.trace?.rawValue
        return making
    }
}

extension Input {
    /// The hidden fields of the form that was sent. A form without key is given none twice: it is refused as forged.
    var seal: CommandSeal {
        CommandSeal(
            // In bytes: one character may be thousands, and an index of PostgreSQL holds no such key.
            key: String(decoding: (form.single(FormSeal.keyName) ?? "").utf8.prefix(100), as: UTF8.self),
            version: form.single(FormSeal.versionName).flatMap(Int.init), place: client)
    }
}

extension Caller {
    /// Where one begins: one's lists; for who has none, the journal, the acts of an establishment, the patients to be seen or
    /// the figures.
    var home: SitePath {
        let hasLists = mayAsk || answers || !watches.isEmpty
        if hasLists { return .worklist }
        if keepsJournal { return .journal }
        if !billsFor.isEmpty { return .claims }
        return booksVisits ? .visits : follows.isEmpty ? .worklist : .activity
    }

    /// The first network whose forms they read.
    var protocolNetwork: Identifier<Network>? {
        networks.first { $0.role == .administrator || $0.role == .coordinator }?.network ?? partners.first?.network
    }

    /// « médecin, Cabinet du Port, Lannion ».
    var roleWords: String {
        if let role = networks.first(where: { $0.role != .requester })?.role { return role.word }
        let place = structures.first.map { ", \($0.structure.name), \($0.structure.communeName)" } ?? ""
        let words = person.professionWords
        return words.prefix(1).uppercased() + words.dropFirst() + place
    }
}

extension NetworkRole {
    var word: String {
        switch self {
        case .coordinator: "Coordination du réseau"
        case .regulator: "Médecin régulateur"
        case .secretary: "Secrétariat du réseau"
        case .sectorReferent: "Référent de secteur"
        case .head: "Direction de l’équipe"
        case .administrator: "Administration"
        case .billingOffice: "Bureau de facturation"
        case .agencyReader: "Lecture des indicateurs"
        case .securityReferent: "Référent sécurité"
        case .requester: "Demandeur du réseau"
        }
    }
}
