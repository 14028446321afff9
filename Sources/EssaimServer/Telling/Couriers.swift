import EssaimDomain
import EssaimOutbound
import EssaimWorkflow
import Foundation

/// Messages as mails.
struct MailCourier: Courier {
    let channel = TellingChannel.mail
    let door: OutgoingDoor
    let server: MailServer
    let sender: String
    let site: String
    let confirmation: @Sendable (String) -> String
    let clock: any WallClock

    func carry(_ message: TellingMessage, to address: String) async throws(CourierFault) {
        let words = TellingWords(site: site, confirmation: confirmation, now: clock.now())
        let domain = sender.split(separator: "@").last.map(String.init) ?? "localhost"
        let mail = OutgoingMail(
            from: sender, fromName: "Essaim", to: address, subject: words.subject(message.content),
            text: words.mail(message.content), messageID: "\(message.id)@\(domain)",
            date: Date(timeIntervalSince1970: Double(message.at.milliseconds) / 1000), timeout: .seconds(20))
        do throws(OutgoingFault) {
            try await door.send(mail, through: server)
        } catch {
            throw error == .badAddress ? .badAddress : .away("\(error)")
        }
    }
}

/// Messages as SMS, through the operator's gateway.
struct SMSCourier: Courier {
    let channel = TellingChannel.sms
    let door: OutgoingDoor
    let gateway: SMSGateway
    let site: String
    let clock: any WallClock

    func carry(_ message: TellingMessage, to address: String) async throws(CourierFault) {
        let words = TellingWords(site: site, confirmation: { $0 }, now: clock.now())
        let answer: OutgoingAnswer
        do throws(OutgoingFault) {
            answer = try await door.exchange(gateway.call(to: address, words.sms(message.content)))
        } catch {
            throw .away("\(error)")
        }
        guard (200..<300).contains(answer.status) else { throw .away("status \(answer.status)") }
    }
}
