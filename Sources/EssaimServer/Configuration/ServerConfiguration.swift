import Configuration
import EssaimHTTP
import EssaimPostgres
import Foundation
import SystemPackage

/// How one server is set: environment variables first (`ESSAIM_PORT`), then `essaim.yaml` in the data folder, then these
/// defaults. With none at all it serves `./data` on http://localhost:8080.
public struct ServerConfiguration: Sendable {
    public var folder: String
    /// Where everything but photographs is kept; nil for the data folder's own database.
    public var database: PostgresSettings?
    public var host: String
    public var port: Int
    public var origin: PublicOrigin
    /// Bytes of memory and file descriptors aside, how much the technical log says: `warning`, `info`, `debug`.
    public var logLevel: String
    public var journal = JournalSettings()
    public var attachments: AttachmentSettings
    public var backup = BackupSettings()
    /// The certified host that the operator names (*hébergeur de données de santé*, art. L1111-8 CSP).
    public var hosting: String?
    public var telling = TellingSettings()
    public var signIn = SignInSettings()
    public var tls: TLSSettings?
    /// Whose word on the sender's address is believed.
    public var proxies = TrustedProxies.thisMachine
    /// By which every limit on how often one may call is multiplied.
    public var limits = 1
    /// Seconds that a connection may bring nothing on.
    public var patience = 60

    public enum Fault: Error, CustomStringConvertible {
        case origin(String, PublicOrigin.Fault)
        case exposedWithoutTLS(host: String)
        case unreadable(String)
        case port(String)
        case portTaken(Int)
        case database(PostgresAddress.Fault)
        case number(String, String)
        /// A setting of the journal or of the mail, and what was typed.
        case journal(String, String)
        /// A setting of files, and what was typed.
        case attachments(String, String)
        /// A setting of messages, and what was typed.
        case telling(String, String)
        /// What was typed for the proxies.
        case proxies(String)
        /// A setting of the site's own TLS, and what was typed.
        case tls(String, String)
        /// The certificate or its key is not there, cannot be read, or the two are not one pair.
        case certificate(SiteCertificate.Fault)
        /// A setting of the sign-in, and what was typed.
        case signIn(String, String)
        case masterKeysInside(String)
        /// A setting of backups, and what was typed.
        case backup(String, String)
        /// Master keys that the data are sealed by, and that are not here.
        case masterKey(String, folder: String)

        public var description: String {
            switch self {
            case .origin(let text, .notAnAddress):
                "publicURL « \(text) » n’est pas une adresse : écrivez-la ainsi, https://essaim.exemple.fr"
            case .origin(let text, .plainBeyondLoopback):
                "publicURL « \(text) » est en http hors de cette machine : des données de santé n’y passent qu’en https"
            case .exposedWithoutTLS(let host):
                "l’écoute sur \(host) dépasse cette machine, et publicURL n’est pas en https : démarrage refusé"
            case .port(let text): "« \(text) » n’est pas un port\u{A0}: un nombre de 1 à 65535"
            case .portTaken(let port):
                "le port \(port) est déjà pris par un autre programme\u{A0}: arrêtez-le, ou donnez un autre --port"
            case .database(.unreadable):
                "l’adresse de la base ne se lit pas\u{A0}: écrivez-la ainsi, postgres://essaim@db.exemple.fr/essaim"
            case .database(.unverified(let mode)):
                "sslmode=\(mode)\u{A0}: hors de cette machine le certificat du serveur se vérifie en entier, mettez sslmode=verify-full"
            case .number(let name, let text): "\(name) « \(text) » n’est pas un nombre entier positif"
            case .journal(let name, ""): "\(name)\u{A0}: absent ou illisible (docs/operations.md, « The journal »)"
            case .journal(let name, let text):
                "\(name) « \(text) » ne se lit pas (docs/operations.md, « The journal »)"
            case .attachments(let name, ""):
                "\(name)\u{A0}: absent ou illisible (docs/operations.md, « Photographs and documents »)"
            case .attachments(let name, let text):
                "\(name) « \(text) » ne se lit pas (docs/operations.md, « Photographs and documents »)"
            case .telling(let name, ""):
                "\(name)\u{A0}: absent ou illisible (docs/operations.md, « Messages »)"
            case .telling(let name, let text):
                "\(name) « \(text) » ne se lit pas (docs/operations.md, « Messages »)"
            case .proxies(let text):
                "trustedProxies « \(text) » ne se lit pas\u{A0}: des adresses ou des blocs, 10.0.0.0/8 192.0.2.1, ou none"
            case .tls("publicURL", let text):
                "tls.certificate est réglé, et publicURL « \(text) » n’est pas en https\u{A0}: les deux vont ensemble"
            case .tls(let name, _):
                "\(name)\u{A0}: absent\u{A0}; le certificat et sa clé vont ensemble (docs/operations.md, « TLS »)"
            case .certificate(.certificate):
                "tls.certificate\u{A0}: absent, ou pas un certificat au format PEM"
            case .certificate(.key): "tls.key\u{A0}: absent, ou pas une clé privée au format PEM"
            case .certificate(.mismatch): "tls.key n’est pas la clé du certificat de tls.certificate"
            case .signIn(let name, ""):
                "\(name)\u{A0}: absent ou illisible (docs/operations.md, « Signing in »)"
            case .signIn(let name, let text):
                "\(name) « \(text) » ne se lit pas (docs/operations.md, « Signing in »)"
            case .masterKey(let keys, let folder):
                """
                la clé maîtresse \(keys), qui ouvre les photographies et les documents, n’est pas dans \(folder)\u{A0}: \
                remettez-la (essaim keys restore), ou dites où elle est (attachments.masterKeys)
                """
            case .masterKeysInside(let path):
                "attachments.masterKeys « \(path) » est dans le dossier des données\u{A0}: une sauvegarde emporterait les clés avec ce qu’elles protègent, mettez-les à côté"
            case .backup("backup.folder", let path):
                "backup.folder « \(path) » est dans le dossier des données ou dans celui des clés\u{A0}: une sauvegarde se garde ailleurs, au mieux sur un autre disque"
            case .backup(let name, let text):
                "\(name) « \(text) » ne se lit pas (docs/operations.md, « Backup and restore »)"
            case .unreadable(let path): "le fichier \(path) ne se lit pas comme du YAML"
            }
        }
    }

    /// - Parameters: what the command line says, over everything else.
    ///   - wait: seconds that a start waits for a database that is away.
    public static func load(
        folder: String?, port: Int?, database: String? = nil, wait: Int? = nil,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) async throws -> ServerConfiguration {
        let fromEnvironment = EnvironmentVariablesProvider(environmentVariables: environment)
        let early = ConfigReader(
            provider: KeyMappingProvider(upstream: fromEnvironment) { key in
                AbsoluteConfigKey(["essaim"] + key.components, context: key.context)
            })
        let folder = folder ?? early.string(forKey: "data", default: "./data")
        let path = folder + "/essaim.yaml"
        var providers: [any ConfigProvider] = [
            KeyMappingProvider(upstream: fromEnvironment) { key in
                AbsoluteConfigKey(["essaim"] + key.components, context: key.context)
            }
        ]
        if FileManager.default.fileExists(atPath: path) {
            do {
                providers.append(try await FileProvider<YAMLSnapshot>(filePath: FilePath(path)))
            } catch {
                throw Fault.unreadable(path)
            }
        }
        let reader = ConfigReader(providers: providers)
        let host = reader.string(forKey: "host", default: "127.0.0.1")
        var typed = reader.string(forKey: "port") ?? "8080"
        if let number = reader.int(forKey: "port") { typed = String(number) }
        if let port { typed = String(port) }
        guard let port = Int(typed), (1...65535).contains(port) else { throw Fault.port(typed) }
        let text = reader.string(forKey: "publicURL", default: "http://localhost:\(port)")
        let origin: PublicOrigin
        do throws(PublicOrigin.Fault) {
            origin = try PublicOrigin(text)
        } catch {
            throw Fault.origin(text, error)
        }
        guard origin.isHTTPS || PublicOrigin.isLoopback(host) else { throw Fault.exposedWithoutTLS(host: host) }
        let journal = try JournalSettings(reader)
        let attachments = try AttachmentSettings(
            reader, data: folder, executable: Bundle.main.executablePath ?? "essaim")
        let named = reader.string(forKey: "trustedProxies") ?? ""
        guard let proxies = named.isEmpty ? .thisMachine : TrustedProxies(named) else { throw Fault.proxies(named) }
        return ServerConfiguration(
            folder: folder, database: try Self.database(database, wait, reader), host: host, port: port, origin: origin,
            logLevel: reader.string(forKey: "logLevel", default: "info"),
            journal: journal, attachments: attachments,
            backup: try BackupSettings(reader, data: folder, keys: attachments.masterKeys),
            hosting: reader.string(forKey: "hosting.hds").flatMap { $0.isEmpty ? nil : $0 },
            telling: try TellingSettings(reader, mail: journal), signIn: try SignInSettings(reader),
            tls: try TLSSettings(reader, origin: origin), proxies: proxies,
            limits: try Self.positive("limits", in: reader) ?? 1,
            patience: try Self.positive("patience", in: reader) ?? 60)
    }

    private static func database(_ typed: String?, _ wait: Int?, _ reader: ConfigReader) throws -> PostgresSettings? {
        guard let text = typed ?? reader.string(forKey: "database", isSecret: true), !text.isEmpty else { return nil }
        let address: PostgresAddress
        do throws(PostgresAddress.Fault) {
            address = try PostgresAddress(text)
        } catch {
            throw Fault.database(error)
        }
        var settings = PostgresSettings(address)
        settings.connections = try positive("databaseConnections", in: reader) ?? settings.connections
        settings.statementSeconds = try positive("databaseStatementSeconds", in: reader) ?? settings.statementSeconds
        settings.startPatience = .seconds(wait ?? 0)
        return settings
    }

    private static func positive(_ name: String, in reader: ConfigReader) throws -> Int? {
        guard let text = reader.string(forKey: ConfigKey(name)) ?? reader.int(forKey: ConfigKey(name)).map(String.init)
        else { return nil }
        guard let number = Int(text), number > 0 else { throw Fault.number(name, text) }
        return number
    }

    /// The one address, for people: `http://localhost:8080`.
    public var address: String { origin.text }

    /// Where the data are, for people: the folder, or the database and its host.
    public var place: String { database?.address.place ?? folder }

    /// Only this machine reaches the server.
    var isLoopback: Bool { PublicOrigin.isLoopback(host) && !origin.isHTTPS }
}
