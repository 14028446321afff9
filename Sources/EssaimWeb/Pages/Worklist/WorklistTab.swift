import EssaimDomain
import EssaimGate
import EssaimWorkflow

/// The lists of one's role, by their name in the address.
enum WorklistTab: String, CaseIterable {
    case toTake = "a-prendre"
    case mine = "miennes"
    case waiting = "en-attente"
    case toValidate = "a-valider"
    case answered = "repondues"
    case toRead = "a-lire"
    case toComplete = "a-completer"
    case news = "nouvelles"
    case toClose = "a-clore"
    case sent = "envoyees"
    case drafts = "brouillons"
    case ended = "terminees"
    case network = "reseau"
    case unreadInNetwork = "non-lues"
    case toReceive = "a-recevoir"

    var view: WorklistKind {
        switch self {
        case .toTake: .toTake
        case .mine: .mine
        case .waiting: .waiting
        case .toValidate: .toValidate
        case .answered: .answeredByMe
        case .toRead: .toRead
        case .toComplete: .toComplete
        case .news: .news
        case .toClose: .toClose
        case .sent: .sent
        case .drafts: .drafts
        case .ended: .ended
        case .network: .network
        case .unreadInNetwork: .unreadInNetwork
        case .toReceive: .toReceive
        }
    }

    var title: String {
        switch self {
        case .toTake: "À prendre"
        case .mine: "Miennes"
        case .waiting: "En attente"
        case .toValidate: "À valider"
        case .answered: "Répondues"
        case .toRead: "À lire"
        case .toComplete: "À préciser"
        case .news: "Nouvelles"
        case .toClose: "À clore"
        case .sent: "Envoyées"
        case .drafts: "Brouillons"
        case .ended: "Terminées"
        case .network: "Tout le réseau"
        case .unreadInNetwork: "Réponses non lues"
        case .toReceive: "À recevoir"
        }
    }

    /// What awaits an act of the reader comes first.
    static func all(of caller: Caller) -> [WorklistTab] {
        var tabs: [WorklistTab] = []
        if !caller.watches.isEmpty { tabs += [.network, .unreadInNetwork] }
        if caller.answers { tabs += [.toTake, .mine, .waiting] }
        if caller.pools.contains(where: { $0.grade == .senior }) { tabs += [.toReceive, .toValidate] }
        if caller.answers { tabs.append(.answered) }
        if caller.mayAsk { tabs += [.toRead, .toComplete, .news, .toClose, .sent, .drafts, .ended] }
        return tabs.isEmpty ? [.ended] : tabs
    }

    private var isCounted: Bool { self != .answered && self != .ended }
    private var isPressing: Bool {
        self == .toTake || self == .toValidate || self == .toRead || self == .toComplete
            || self == .unreadInNetwork || self == .toReceive
    }

    func model(_ page: WorklistPage, isCurrent: Bool) -> WorklistModel.Tab {
        WorklistModel.Tab(
            title: title, path: .worklist(view: rawValue), count: isCounted ? page.counts[view] : nil,
            isCurrent: isCurrent, isPressing: isPressing)
    }

    var empty: EmptyModel {
        switch self {
        case .toTake:
            EmptyModel(
                title: "Rien à prendre pour l’instant",
                text: "Les nouvelles demandes de votre secteur arrivent ici, la plus pressée en tête.")
        case .waiting:
            EmptyModel(
                title: "Aucune précision attendue",
                text: "Une demande dont vous attendez une précision reste ici\u{A0}; son délai est arrêté.")
        case .mine: EmptyModel(title: "Aucune demande à votre nom", text: "Prenez-en une dans «\u{A0}À prendre\u{A0}».")
        case .toValidate:
            EmptyModel(title: "Aucun avis à valider", text: "Les avis que vos internes vous soumettent arrivent ici.")
        case .toReceive:
            EmptyModel(
                title: "Aucun patient à recevoir",
                text: "Un patient qu’un confrère adresse à votre ligne arrive ici\u{A0}: dites si vous le prenez.")
        case .answered: EmptyModel(title: "Vos réponses se retrouveront ici")
        case .toRead: EmptyModel(title: "Tout est lu", text: "Les réponses des spécialistes arrivent ici.")
        case .toComplete:
            EmptyModel(title: "Rien à préciser", text: "Les questions des spécialistes arrivent ici.")
        case .news:
            EmptyModel(
                title: "Aucune nouvelle",
                text: "Rendez-vous donné, patient vu, injoignable\u{A0}: ce que le spécialiste note arrive ici.")
        case .toClose:
            EmptyModel(title: "Rien à clore", text: "Une réponse lue reste ici jusqu’à ce que le patient soit informé.")
        case .sent:
            EmptyModel(
                title: "Aucune demande en attente de réponse", text: "",
                link: PageFrame.Link(title: "Nouvelle demande", path: .newRequest))
        case .drafts:
            EmptyModel(
                title: "Aucun brouillon", text: "",
                link: PageFrame.Link(title: "Nouvelle demande", path: .newRequest))
        case .ended: EmptyModel(title: "Aucune demande terminée")
        case .network: EmptyModel(title: "Aucune demande ouverte dans le réseau")
        case .unreadInNetwork:
            EmptyModel(
                title: "Aucune réponse oubliée",
                text: "Une réponse que personne n’a lue dans le délai arrive ici\u{A0}; le demandeur est à joindre.")
        }
    }
}

extension WorklistModel.Tab {
    /// Patients to be seen: a page of its own, where secretaries come too.
    static func visits(_ count: Int, isCurrent: Bool = false) -> Self {
        Self(title: "À voir", path: .visits, count: count, isCurrent: isCurrent)
    }
}

extension WorklistModel.Row {
    init(_ row: WorklistRow, _ tab: WorklistTab, _ page: PageMaking) {
        let clock = page.clock
        let birth = CivilDate.parse(row.birthDate)
        let sex = PatientBannerModel.Sex(rawValue: row.sex) ?? .unknown
        let isAsker =
            tab != .toTake && tab != .mine && tab != .waiting && tab != .toValidate && tab != .answered
            && tab != .network && tab != .unreadInNetwork && tab != .toReceive
        let running: DeadlineModel.Clock =
            row.isPaused ? .paused(left: .zero) : row.dueAt.map { .running(due: $0) } ?? .none
        self.init(
            path: row.state == .draft ? .draft(row.id.rawValue) : .request(row.id.rawValue),
            deadline: DeadlineModel(urgency: row.urgency, clock: running), title: row.question, line: row.offerTitle,
            zone: row.zoneName,
            patient: birth.map { "\(sex.letter)\u{A0}\(French.age(born: $0, on: clock.today))" } ?? "",
            photoCount: row.photographs,
            status: StatusModel(
                state: row.state, next: row.nextWords(isAsker: isAsker), isYours: tab == .mine || tab == .toComplete,
                isUnread: tab == .toRead),
            who: isAsker ? row.holderName ?? "" : row.structureName,
            at: tab == .drafts ? row.sortKey : nil,
            unreadSince: row.unread.flatMap { $0.dueAt <= clock.now ? $0.since : nil },
            tap: tab == .toRead || tab == .news ? row.reading(tab, page) : nil)
    }
}

extension WorklistRow {
    /// *Lu, patient informé*: one tap on the line itself; *lu* alone where there is nobody to tell, or nothing new to.
    fileprivate func reading(_ tab: WorklistTab, _ page: PageMaking) -> ActionForm {
        let word: RequestWord = tab == .toRead && state == .answered && !isPatientTold ? .recordPatientTold : .read
        return ActionForm(
            id: "\(word.rawValue)-\(number.rawValue)",
            title: word == .read ? "Marquer comme lu" : "Lu, patient informé",
            path: .act(id.rawValue, word.rawValue), seal: page.seal(version: version),
            fields: [
                ActionField(name: ActField.list, label: "", kind: .hidden, value: tab.rawValue)
            ])
    }

    fileprivate func nextWords(isAsker: Bool) -> String {
        switch state {
        case .taken: holderName ?? ""
        case .awaitingInformation: isAsker ? "À vous" : structureName
        default: ""
        }
    }
}
