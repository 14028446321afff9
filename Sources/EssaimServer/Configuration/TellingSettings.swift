import Configuration
import EssaimDomain
import EssaimOutbound
import Foundation

/// How people are told outside of the pages: mails through `mailServer`, SMS through any gateway that takes HTTP.
public struct TellingSettings: Sendable {
    public var mailServer: MailServer?
    public var mailFrom: String?
    public var mailAuthorities: String?
    public var gateway: SMSGateway?

    init() {}

    init(_ reader: ConfigReader, mail: JournalSettings) throws(ServerConfiguration.Fault) {
        (mailServer, mailFrom, mailAuthorities) = (mail.mailServer, mail.mailFrom, mail.mailAuthorities)
        gateway = try Self.gateway(reader)
    }

    /// What this server can tell by. Mail wants a server and a sender.
    public var channels: Set<TellingChannel> {
        var channels: Set<TellingChannel> = []
        if mailServer != nil, mailFrom != nil { channels.insert(.mail) }
        if gateway != nil { channels.insert(.sms) }
        return channels
    }

    /// All of it or nothing: a gateway that is half set would lose every message.
    private static func gateway(_ reader: ConfigReader) throws(ServerConfiguration.Fault) -> SMSGateway? {
        func text(_ name: String, isSecret: Bool = false) -> String {
            reader.string(forKey: ConfigKey("sms.\(name)"), isSecret: isSecret) ?? ""
        }
        let url = text("url", isSecret: true)
        if url.isEmpty { return nil }
        var secret = text("secret", isSecret: true)
        let file = text("secretFile")
        if !file.isEmpty {
            guard let read = try? String(contentsOfFile: file, encoding: .utf8) else {
                throw .telling("sms.secretFile", file)
            }
            secret = read.trimmingCharacters(in: .whitespacesAndNewlines)
        }
        do throws(SMSGateway.Fault) {
            return try SMSGateway(
                url: url, method: text("method"), headers: text("headers", isSecret: true), body: text("body"),
                format: text("format"), secret: secret)
        } catch {
            // What was typed is not repeated: it may hold a key.
            throw .telling("sms.\(error.rawValue)", "")
        }
    }
}
