/// Words that belong to where a password is used: they are tried with it, so they do not count towards its length
/// (ASVS 5.0, 6.1.2; the list stands in docs/signing-in.md, « Passwords »).
enum ContextWords {
    /// Folded as passwords are; all of four letters or more.
    static let house: Set<String> = Set(
        """
        essaim avis telesante telemedecine teleexpertise expertise expert expertes experts demande demandes reponse
        reseau reseaux equipe equipes structure cabinet clinique hopital centre maison sante medical medicale
        specialiste specialistes medecin medecins docteur infirmier infirmiere sagefemme pharmacie pharmacien patient
        patients dermato dermatologie dermatologue cardio cardiologie cardiologue oncologie gynecologie geriatrie
        diabetologie plaies rythmologie pediatrie neurologie urgence urgences coordination regulation secretariat
        administrateur connexion motdepasse france bretagne
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    static let shortest = 4

    /// A text in words and as a whole: `Le Goff` is *goff* and *legoff*. Of an address, what stands before its `@`: the rest is
    /// everybody’s.
    /// - Parameter fold: lower case, without accents or spaces.
    static func pieces(of text: String, fold: (String) -> String) -> Set<String> {
        let local = text.prefix { $0 != "@" }
        let parts = local.split { !$0.isLetter && !$0.isNumber }.map { fold(String($0)) }
        let wholes = [String(local), local.filter { $0.isLetter || $0.isNumber }].map(fold)
        return Set((parts + wholes).filter { $0.count >= shortest })
    }

    /// What is left of a password without these words, the longest first; nil when none of them is in it.
    static func rest(of password: String, without words: Set<String>) -> String? {
        var rest = password
        for word in words.sorted(by: { ($0.count, $0) > ($1.count, $1) }) where rest.contains(word) {
            rest = rest.replacing(word, with: " ")
        }
        return rest == password ? nil : rest.filter { $0 != " " }
    }
}
