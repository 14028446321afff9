import EssaimWorkflow

/// A provider, as the operator names it (OpenID Connect Core 1.0).
public struct ProviderSettings: Sendable {
    public var name: String
    public var title: String
    public var kind: OfferedProvider.Kind
    /// As its discovery document says it, to the byte.
    public var issuer: String
    /// The origin of the page where people say who they are; the issuer's, unless it stands elsewhere.
    public var page: String?
    public var clientID: String
    /// Nil for a public client: PKCE protects the code alone.
    public var clientSecret: String?
    public var scopes: String
    /// What `acr` must come back as.
    public var acr: String?
    /// What must be among `amr` (RFC 8176), `mfa` say, where a provider tells its strength that way. One of the two is
    /// asked of every provider: its word alone opens an account.
    public var amr: String?
    /// The signatures that are taken (RFC 7518, §3.1): never one that a public key could make.
    public var algorithms: Set<String>

    public init(
        name: String, title: String, kind: OfferedProvider.Kind, issuer: String, page: String? = nil,
        clientID: String, clientSecret: String?, scopes: String? = nil, acr: String? = nil, amr: String? = nil
    ) {
        self.name = name
        self.title = title
        self.kind = kind
        self.issuer = issuer
        self.page = page
        self.clientID = clientID
        self.clientSecret = clientSecret
        // Pro Santé Connect's own (référentiel, « Scopes » and « acr_values »).
        self.scopes = scopes ?? (kind == .proSanteConnect ? "openid scope_all" : "openid profile")
        self.acr = acr ?? (kind == .proSanteConnect ? "eidas1" : nil)
        self.amr = amr
        algorithms = kind == .proSanteConnect ? ["RS256"] : ["RS256", "PS256", "ES256"]
    }
}
