import EssaimDomain
import EssaimStorage
import EssaimWeb
import EssaimWorkflow

/// Why a command about what is kept did nothing, as the terminal says it.
public struct RetentionFault: Error, Sendable, Equatable {
    public let message: String
}

extension EssaimServer {
    /// Erases a demand whose day has come; refuses any other, with the article and the day.
    /// - Throws: `RetentionFault`.
    public func erase(numbered typed: String) async throws {
        let number = try RetentionFault.number(typed)
        if case .failure(let fault) = try await retention.erase(number) {
            throw RetentionFault(message: fault.message(about: number))
        }
        try await engine.scrub()
    }

    /// *Ne pas purger*, or not any more.
    /// - Parameter reason: nil lifts the hold.
    /// - Throws: `RetentionFault`.
    public func hold(numbered typed: String, reason: String?) async throws {
        let number = try RetentionFault.number(typed)
        let reason = reason?.trimmed
        guard reason.map({ (3...RetentionDesk.longestReason).contains($0.unicodeScalars.count) }) ?? true else {
            throw RetentionFault(message: "le motif tient en 3 à \(RetentionDesk.longestReason)\u{A0}caractères")
        }
        if case .failure(let fault) = try await retention.hold(number, reason: reason) {
            throw RetentionFault(message: fault.message(about: number))
        }
    }
}

extension RetentionFault {
    static func number(_ typed: String) throws -> RequestNumber {
        guard let number = RequestNumber.parse(typed) else {
            throw RetentionFault(message: "ce n’est pas un numéro de demande\u{A0}: huit caractères, comme 7K3M-QX23")
        }
        return number
    }
}

extension ErasureFault {
    func message(about number: RequestNumber) -> String {
        switch self {
        case .unknown: "aucune demande envoyée ne porte le numéro \(number.shown)"
        case .erased(let day): "la demande \(number.shown) a été effacée le \(French.date(day))"
        case .notOver:
            """
            la demande \(number.shown) n’est pas terminée\u{A0}: quelqu’un y doit encore quelque chose. Elle se conserve \
            jusqu’à son terme
            """
        case .held(let reason):
            "la demande \(number.shown) est à ne pas effacer («\u{A0}\(reason)\u{A0}»)\u{A0}: essaim retention release"
        case .kept(let day):
            """
            la demande \(number.shown) se conserve (\(Retention.article))\u{A0}: elle pourra être effacée à partir du \
            \(French.date(day)), si son patient ne revient pas d’ici là
            """
        case .clock:
            "l’horloge n’est pas crue\u{A0}: rien n’est effacé. Voyez essaim doctor"
        }
    }
}
