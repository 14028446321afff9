import Configuration
import EssaimOutbound
import Foundation
import TransparencyLog

/// How the journal is kept: its key, who holds its heads elsewhere, whose heads it holds, who is told of alarms.
public struct JournalSettings: Sendable {
    /// File of the key, when it is not kept in the data folder.
    public var key: String?
    public var holders: [OutsideHolder] = []
    /// Keys of the journals whose heads are held here.
    public var held: [VerifierKey] = []
    public var mailServer: MailServer?
    public var mailFrom: String?
    /// PEM file of authorities that the mail server may prove itself by, beside the machine's own.
    public var mailAuthorities: String?
    public var alarmMail: String?
    /// Between two sendings to a server, and to a mailbox.
    public var holdEvery = Duration.seconds(60)
    public var mailEvery = Duration.seconds(86_400)

    init() {}

    init(_ reader: ConfigReader) throws(ServerConfiguration.Fault) {
        key = reader.string(forKey: "journalKey")
        holders = try Self.list("journalHolders", reader) { OutsideHolder($0) }
        held = try Self.list("journalHeld", reader) { VerifierKey(text: $0) }
        if let text = reader.string(forKey: "mailServer", isSecret: true), !text.isEmpty {
            // The address may hold a password: the fault does not repeat it.
            guard let server = MailServer(text) else { throw .journal("mailServer", "") }
            mailServer = server
        }
        mailFrom = reader.string(forKey: "mailFrom")
        mailAuthorities = reader.string(forKey: "mailAuthorities").flatMap { $0.isEmpty ? nil : $0 }
        if let path = mailAuthorities, !FileManager.default.isReadableFile(atPath: path) {
            throw .journal("mailAuthorities", path)
        }
        alarmMail = reader.string(forKey: "alarmMail")
        if let seconds = reader.int(forKey: "journalHoldSeconds"), seconds > 0 {
            holdEvery = .seconds(seconds)
            mailEvery = .seconds(seconds)
        }
        let needsMail = alarmMail != nil || holders.contains { if case .mailbox = $0 { true } else { false } }
        guard !needsMail || (mailServer != nil && mailFrom != nil) else { throw .journal("mailServer, mailFrom", "") }
    }

    /// Separated by commas.
    private static func list<T>(
        _ name: String, _ reader: ConfigReader, _ read: (String) -> T?
    ) throws(ServerConfiguration.Fault) -> [T] {
        let text = reader.string(forKey: ConfigKey(name)) ?? ""
        var values: [T] = []
        for part in text.split(separator: ",") {
            let typed = String(part.trimmingPrefix { $0 == " " })
            guard let value = read(typed) else { throw .journal(name, typed) }
            values.append(value)
        }
        return values
    }
}
