import Configuration
import EssaimIdentity
import EssaimOpenID
import EssaimWorkflow
import Foundation

/// By whom people may sign in beside local accounts: `providers: psc chu`, then `provider.psc.issuer` and the like.
public struct SignInSettings: Sendable {
    public var providers: [ProviderSettings] = []
    /// A PEM file of authorities that providers' certificates are verified by, instead of the system's.
    public var authorities: String?
    /// A list of leaked passwords as Have I Been Pwned gives it, beside the one that is built in.
    public var breachedPasswords: BreachedFile?

    init() {}

    init(_ reader: ConfigReader) throws(ServerConfiguration.Fault) {
        authorities = reader.string(forKey: "providerAuthorities").flatMap { $0.isEmpty ? nil : $0 }
        if let path = reader.string(forKey: "breachedPasswords"), !path.isEmpty {
            guard let file = try? BreachedFile(path: path) else { throw .signIn("breachedPasswords", path) }
            breachedPasswords = file
        }
        let names = (reader.string(forKey: "providers") ?? "").split { $0 == " " || $0 == "," }.map(String.init)
        for name in names {
            guard name.utf8.count <= 20, name.utf8.allSatisfy({ 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 }),
                !providers.contains(where: { $0.name == name })
            else { throw .signIn("providers", name) }
            let provider = try Self.provider(name, reader)
            // An RPPS opens the account of whoever bears it: one provider alone may say whose it is.
            if provider.kind == .proSanteConnect, providers.contains(where: { $0.kind == .proSanteConnect }) {
                throw .signIn("provider.\(name).kind", provider.kind.rawValue)
            }
            providers.append(provider)
        }
    }

    /// The origins of the pages where people say who they are.
    var pages: [String] {
        let origins = providers.flatMap { one in
            [one.page, try? Self.origin("issuer", of: one.issuer, one.name)].compactMap(\.self)
        }
        return origins.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private static func origin(
        _ key: String, of address: String, _ name: String
    ) throws(ServerConfiguration.Fault) -> String {
        guard let parts = URLComponents(string: address), let scheme = parts.scheme, let host = parts.host else {
            throw .signIn("provider.\(name).\(key)", address)
        }
        return "\(scheme)://\(host)" + (parts.port.map { ":\($0)" } ?? "")
    }

    private static func provider(
        _ name: String, _ reader: ConfigReader
    ) throws(ServerConfiguration.Fault) -> ProviderSettings {
        func text(_ key: String, isSecret: Bool = false) -> String {
            reader.string(forKey: ConfigKey("provider.\(name).\(key)"), isSecret: isSecret) ?? ""
        }
        func needed(_ key: String) throws(ServerConfiguration.Fault) -> String {
            let value = text(key)
            guard !value.isEmpty else { throw .signIn("provider.\(name).\(key)", "") }
            return value
        }
        let issuer = try needed("issuer")
        // A code that travels in clear opens the account of whoever it is about; on this machine, for trials.
        guard let address = URLComponents(string: issuer), let host = address.host,
            address.scheme == "https" || address.scheme == "http" && ["localhost", "127.0.0.1"].contains(host)
        else { throw .signIn("provider.\(name).issuer", issuer) }
        var secret = text("secret", isSecret: true)
        let file = text("secretFile")
        if !file.isEmpty {
            guard let read = try? String(contentsOfFile: file, encoding: .utf8) else {
                throw .signIn("provider.\(name).secretFile", file)
            }
            secret = read.trimmingCharacters(in: .whitespacesAndNewlines)
        }
        let kind = text("kind")
        guard let kind = kind.isEmpty ? .other : OfferedProvider.Kind(rawValue: kind) else {
            throw .signIn("provider.\(name).kind", kind)
        }
        let (scopes, acr, amr) = (text("scopes"), text("acr"), text("amr"))
        // A second factor is asked of everyone: a provider says that it asked for one, or it is none of ours.
        if kind == .other, acr.isEmpty, amr.isEmpty { throw .signIn("provider.\(name).acr", "") }
        return ProviderSettings(
            name: name, title: try needed("title"), kind: kind, issuer: issuer,
            page: try origin("page", of: text("page").isEmpty ? issuer : text("page"), name),
            clientID: try needed("clientID"),
            clientSecret: secret.isEmpty ? nil : secret, scopes: scopes.isEmpty ? nil : scopes,
            acr: acr.isEmpty ? nil : acr, amr: amr.isEmpty ? nil : amr)
    }
}
