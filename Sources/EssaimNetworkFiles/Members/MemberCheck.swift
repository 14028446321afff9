import EssaimDomain

/// What is asked of a member's words, in a network's file as in a table of invitations.
enum MemberCheck {
    struct Wrong: Error {
        let message: String
    }

    static func sign(_ typed: String, isRPPS: Bool) -> Result<DeclaredMember.Sign, Wrong> {
        if isRPPS {
            switch RPPS.parse(typed) {
            case .success(let number): return .success(.rpps(number))
            case .failure(let fault): return .failure(Wrong(message: "RPPS\u{A0}: \(fault.message)"))
            }
        }
        // The rules of an account's login; an RPPS is no login.
        if case .success(.login(let login)) = StructureInvitation.Address.checked(typed) {
            return .success(.login(login))
        }
        return .failure(
            Wrong(message: "\(shown(typed)) n’est pas un identifiant de connexion\u{A0}; il n’a pas d’espace."))
    }

    static func noSpecialty(_ typed: String) -> String {
        "\(shown(typed)) n’est pas le code d’une spécialité ordinale\u{A0}; il s’écrit SM15."
    }

    static func noMailbox(_ typed: String) -> String {
        "\(shown(typed)) n’est pas une adresse électronique\u{A0}; elle s’écrit nom@exemple.fr."
    }
}
