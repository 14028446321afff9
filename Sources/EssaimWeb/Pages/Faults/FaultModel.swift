/// Something did not work: what, why, what to do, and small at the end what to quote on the telephone.
public struct FaultModel: Sendable {
    public var title: String
    public var why: String
    public var whatToDo: String
    /// Reference number for whoever runs the server; nil when nothing was logged.
    public var reference: String?
    public var link: PageFrame.Link?

    public init(
        title: String, why: String, whatToDo: String, reference: String? = nil, link: PageFrame.Link? = nil
    ) {
        self.title = title
        self.why = why
        self.whatToDo = whatToDo
        self.reference = reference
        self.link = link
    }

    /// Absent and refused are the same page.
    public static let notFound = FaultModel(
        title: "Page introuvable",
        why: "Cette adresse ne mène à rien que vous puissiez lire.",
        whatToDo: "Vérifiez l’adresse, ou repartez de vos demandes.",
        link: PageFrame.Link(title: "Voir mes demandes", path: .worklist))

    public static func internalError(reference: String) -> FaultModel {
        FaultModel(
            title: "Cette page n’a pas pu être préparée",
            why: "L’erreur vient d’Essaim, pas de vous. Rien n’a été enregistré à moitié.",
            whatToDo: "Revenez en arrière et recommencez. Si cela se répète, donnez la référence à votre réseau.",
            reference: reference, link: PageFrame.Link(title: "Voir mes demandes", path: .worklist))
    }

    /// The form's token is missing or old, or the request came from elsewhere.
    public static let forgedForm = FaultModel(
        title: "Ce formulaire n’a pas été accepté",
        why: "La page était ouverte depuis trop longtemps, ou vient d’ailleurs.",
        whatToDo: "Revenez en arrière, rechargez la page, puis recommencez.")

    public static let tooBusy = FaultModel(
        title: "Trop de connexions à la fois", why: "Beaucoup de personnes se connectent en ce moment.",
        whatToDo: "Recommencez dans une minute.", link: PageFrame.Link(title: "Se connecter", path: .login))

    /// Too many wrong passwords for this login from this place.
    public static func tooManyAttempts(minutes: Int) -> FaultModel {
        FaultModel(
            title: "Trop d’essais", why: "Trop de mots de passe refusés pour cet identifiant.",
            whatToDo: minutes == 1
                ? "Attendez une minute, puis recommencez." : "Attendez \(minutes)\u{A0}minutes, puis recommencez.",
            link: PageFrame.Link(title: "Se connecter", path: .login))
    }

    /// A link that opens an account once, which opens nothing.
    public static let deadLink = FaultModel(
        title: "Ce lien n’ouvre plus rien",
        why: "Il a déjà servi, il a plus de trois jours, ou un autre l’a remplacé.",
        whatToDo: "Demandez-en un autre à qui vous l’a envoyé. Si votre compte est déjà ouvert, connectez-vous.",
        link: PageFrame.Link(title: "Se connecter", path: .login))

    /// The provider that was to say who someone is does not answer.
    public static let providerAway = FaultModel(
        title: "La connexion n’a pas pu se faire",
        why: "Le service qui vérifie votre identité ne répond pas pour l’instant.",
        whatToDo: "Recommencez dans quelques minutes.", link: PageFrame.Link(title: "Se connecter", path: .login))

    /// Someone is known, and does not come in any more.
    public static let closedAccount = FaultModel(
        title: "Ce compte est fermé", why: "La coordination de votre réseau ou votre structure l’a fermé.",
        whatToDo: "Adressez-vous à elle si vous devez revenir.",
        link: PageFrame.Link(title: "Se connecter", path: .login))

    /// The database does not answer for now, or its disk is full.
    public static let unavailable = FaultModel(
        title: "Essaim est momentanément indisponible",
        why: "La base de données ne répond pas pour l’instant. Rien n’a été enregistré à moitié.",
        whatToDo: "Recommencez dans une minute\u{A0}: revenez en arrière, votre saisie y est, puis envoyez de nouveau. "
            + "L’envoi ne sera jamais compté deux fois.",
        link: PageFrame.Link(title: "Voir mes demandes", path: .worklist))

    static let sample = internalError(reference: "E-7F3A-21")
}
