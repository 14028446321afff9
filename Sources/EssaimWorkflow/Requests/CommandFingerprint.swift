import Crypto
import EssaimDomain
import Foundation

extension HistoryRecorder {
    /// What a command says, in one digest: a key that comes back with other words is another command.
    func fingerprint(of command: Command) -> String {
        let text =
            switch command {
            case .edit(let content): Self.canonical(content)
            // Its ids are made anew at each sending: the file is what is sent.
            case .attach(let file): "\(file.slot)|\(file.name)|\(Self.hex(file.file.digest))"
            // Told now: a second click a moment later says the same.
            case .recordPatientTold: ""
            default: String(describing: command)
            }
        return Self.hex(SHA256.hash(data: Data(text.utf8)))
    }

    /// The same, of an opinion given on the telephone.
    func fingerprint(of typed: TypedPhoneOpinion, _ offer: Identifier<Offer>, _ asker: PhoneAsker?) -> String {
        let text = String(describing: (typed, offer, asker))
        return "request.phone " + Self.hex(SHA256.hash(data: Data(text.utf8)))
    }
}

extension Decision {
    /// All that was said, for the history's commitment: the thread's words, and the answer whole when one was sent.
    var content: String? {
        guard case .answered? = effects.first, let answer = request.lastAnswer else { return threadText }
        return (threadText ?? "") + HistoryRecorder.canonical(answer.content)
    }
}

extension Command {
    var namedExpert: Identifier<Person>? {
        switch self {
        case .assign(let expert), .reassign(let expert): expert
        default: nil
        }
    }
}
