import EssaimDomain
import EssaimGate

extension OffersModel.Card {
    /// A line as a card: what is promised, who answers, or why it cannot be asked and what to do instead.
    init(_ line: OfferedLine, _ page: PageMaking) {
        let phone = line.network.phone
        let call = phone.isEmpty ? "Appelez la coordination du réseau." : "Appelez la coordination au \(phone)."
        var pool = ""
        let availability: OffersModel.Availability
        switch line.availability {
        case .open(let name, let experts):
            pool = "\(name), \(French.count(experts, "spécialiste", "spécialistes"))"
            availability = .open
        case .paused: availability = .closed(reason: "Cette ligne est en pause.", otherWay: call)
        case .coming: availability = .closed(reason: "Cette ligne ouvrira bientôt.", otherWay: call)
        case .professionNotAdmitted:
            availability = .closed(
                reason: "Cette ligne ne reçoit pas les demandes de votre profession.", otherWay: call)
        case .byInvitation:
            availability = .closed(
                reason: "Cette ligne reçoit les demandes de ceux que le réseau a invités.", otherWay: call)
        case .outsideTerritory:
            availability = .closed(reason: "Votre commune n’est pas dans le territoire de ce réseau.", otherWay: call)
        case .zoneWithoutPool(let zone):
            availability = .closed(reason: "Personne ne répond à cette ligne pour le secteur \(zone).", otherWay: call)
        }
        self.init(
            id: line.offer.id.rawValue, title: line.offer.title, summary: line.offer.summary,
            network: line.network.name,
            pool: pool, kind: line.offer.kind,
            promises: Urgency.allCases.reversed().map {
                OffersModel.Promise(urgency: $0, delay: line.offer.target(for: $0).words)
            }, availability: availability, seal: page.seal())
    }
}

extension AnswerTarget {
    /// « sous 24 h », « sous 7 jours ».
    var words: String {
        let hours = minutes / 60
        if minutes < 60 { return "sous \(minutes)\u{A0}min" }
        return hours > 72 && hours.isMultiple(of: 24) ? "sous \(hours / 24)\u{A0}jours" : "sous \(hours)\u{A0}h"
    }
}
