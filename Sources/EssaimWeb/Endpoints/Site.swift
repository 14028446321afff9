import EssaimDomain
import EssaimGate
import EssaimWorkflow

/// Every page as an endpoint, and the answers that stand outside of any: the whole of the site, as a value.
public enum Site {
    /// The access matrix's source.
    public static let endpoints: [Endpoint] =
        welcome + providers + worklists + triage + phoneOpinions + search + patients
        + lines + drafting + files + requests + answering + preparation + phrases + availability + duties + rotas
        + receipts
        + visits + activity + ownActs + claims
        + record + patientSheets + problems + protocols + networks + members
        + profile + security + structures + trail + emergency + journal + journalTiles
        + software
        + live + assets

    /// Refused and absent: one page from one place.
    public static func absent(_ visitor: Visitor, now: Instant, isDemonstration: Bool) -> Reply {
        fault(.notFound, 404, visitor, now: now, isDemonstration: isDemonstration)
    }

    /// The form came without this session's token.
    public static func forgedForm(_ visitor: Visitor, now: Instant, isDemonstration: Bool) -> Reply {
        fault(.forgedForm, 403, visitor, now: now, isDemonstration: isDemonstration)
    }

    /// More patients were opened than anyone treats in that time.
    public static func throttled(_ visitor: Visitor, until: Instant, now: Instant, isDemonstration: Bool) -> Reply {
        let seconds = max(1, Int((until - now) / .seconds(1)))
        let model = FaultModel(
            title: "Trop de dossiers ouverts en peu de temps",
            why: "Pour protéger les patients, le nombre de dossiers différents qu’une personne ouvre est limité. "
                + "Le référent sécurité de votre réseau en est averti.",
            whatToDo: "Attendez \(French.count((seconds + 59) / 60, "minute", "minutes")), ou demandez au référent "
                + "sécurité de lever la limite. Les dossiers déjà ouverts restent lisibles.")
        var reply = fault(model, 429, visitor, now: now, isDemonstration: isDemonstration)
        reply.retryAfterSeconds = seconds
        return reply
    }

    /// More calls than a person makes, or than one address should: nothing was done.
    public static func hurried(_ visitor: Visitor, seconds: Int, now: Instant, isDemonstration: Bool) -> Reply {
        let model = FaultModel(
            title: "Trop de demandes en peu de temps",
            why: "Cette page a été appelée plus souvent qu’une personne ne le fait. Rien n’a été enregistré.",
            whatToDo: seconds < 120
                ? "Attendez \(French.count(seconds, "seconde", "secondes")), puis recommencez."
                : "Attendez \(French.count((seconds + 59) / 60, "minute", "minutes")), puis recommencez.")
        var reply = fault(model, 429, visitor, now: now, isDemonstration: isDemonstration)
        reply.retryAfterSeconds = seconds
        return reply
    }

    /// More at once than the server takes: nothing was begun.
    public static func crowded(now: Instant) -> Reply {
        var reply = fault(.unavailable, 503, .anonymous, now: now, isDemonstration: false)
        reply.retryAfterSeconds = 5
        return reply
    }

    /// Something broke: a reference, and nothing of what broke. What passes by itself says so, and when to come back.
    public static func failure(_ error: any Error, reference: String, now: Instant) -> Reply {
        switch error as? StoreFault {
        case .unavailable, .full:
            var reply = fault(.unavailable, 503, .anonymous, now: now, isDemonstration: false)
            reply.retryAfterSeconds = 10
            return reply
        default: break
        }
        return fault(.internalError(reference: reference), 500, .anonymous, now: now, isDemonstration: false)
    }

    /// What could not even be read: too big, malformed.
    public static func refused(_ status: Int, now: Instant) -> Reply {
        let model =
            status == 413
            ? FaultModel(
                title: "Envoi trop lourd", why: "Ce qui a été envoyé dépasse la taille acceptée (50 Mo par fichier).",
                whatToDo: "Revenez en arrière et envoyez un fichier plus léger, un à la fois.")
            : FaultModel(
                title: "Envoi incompris", why: "Ce que le navigateur a envoyé est incomplet ou abîmé.",
                whatToDo: "Revenez en arrière, rechargez la page, puis recommencez.")
        return fault(model, status, .anonymous, now: now, isDemonstration: false)
    }

    /// Nobody is signed in. What a form carried is kept in the page, and sent again after the sign-in.
    public static func signIn(_ input: Input, now: Instant, offersPersonas: Bool) -> Reply {
        if input.isAutosave { return Reply(401, contentType: "text/plain; charset=utf-8") }
        let page = PageMaking(visitor: .anonymous, clock: PageClock(now: now, rules: .centralEuropean))
        var model = LoginModel(seal: page.seal(), offersPersonas: offersPersonas)
        if input.isUpload, !input.isPost { return Reply(401, contentType: "text/plain; charset=utf-8") }
        if input.isUpload {
            // The bytes of a file are not carried through a page: nothing is promised that is not kept.
            model.error = "Votre session a expiré\u{A0}: la photo n’est pas partie. Connectez-vous, puis renvoyez-la."
        } else if let path = SitePath(local: input.isPost ? input.path : input.target),
            path != .home, path != .logout
        {
            let carried = input.isPost ? input.form.fields.filter { !$0.name.hasPrefix("_csrf") } : []
            let fields = carried.map { SignInResume.Field(name: $0.name, value: $0.value) }
            model.resume = SignInResume(
                path: path, fields: fields, what: fields.isEmpty ? "cette page" : "ce que vous écriviez")
        }
        var frame = page.frame()
        frame.isDemonstration = offersPersonas
        return .page(LoginView(model, in: frame), status: 401)
    }

    private static func fault(
        _ model: FaultModel, _ status: Int, _ visitor: Visitor, now: Instant, isDemonstration: Bool
    ) -> Reply {
        let page = PageMaking(
            visitor: visitor, clock: PageClock(now: now, rules: .centralEuropean), isDemonstration: isDemonstration)
        return .page(FaultView(model, in: page.frame()), status: status)
    }
}

extension Reply {
    static func page(_ view: some PageView, status: Int = 200) -> Reply { Reply(status, body: view.rendered()) }
    static func seeOther(_ path: SitePath) -> Reply { .seeOther(path.text) }
}
