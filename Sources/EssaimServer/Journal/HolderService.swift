import EssaimDomain
import EssaimOutbound
import EssaimWorkflow
import Foundation
import Logging
import ServiceLifecycle

/// Sends the journal's heads to outside holders by itself, and alarms to the mailbox that waits for them.
struct HolderService: Service {
    let sharing: JournalSharing
    let store: any Store
    let clock: any WallClock
    let bulletin: any Bulletin
    let settings: JournalSettings
    /// The journal's page, for a mail.
    let site: String
    let door: OutgoingDoor
    /// Its mail server may have authorities of its own.
    let mailDoor: OutgoingDoor
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await share() }
                group.addTask { await tell() }
                group.addTask {
                    for await notice in bulletin.notices() { if case .alarm = notice { await tellOnce() } }
                }
            }
        }
        door.close()
        mailDoor.close()
    }

    private func share() async {
        guard !settings.holders.isEmpty else { return }
        while !Task.isCancelled {
            for holder in settings.holders { await share(with: holder) }
            try? await Task.sleep(for: min(settings.holdEvery, .seconds(30)))
        }
    }

    private func share(with holder: OutsideHolder) async {
        do {
            switch holder {
            case .server(let url, let key):
                try await sharing.share(
                    with: OutsideWitness(door: door, url: url, key: key), every: settings.holdEvery)
            case .mailbox(let address):
                try await sharing.share(withMailbox: address, every: settings.mailEvery) { checkpoint, size in
                    try await mail(
                        to: address, subject: "Essaim : point de contrôle du journal, \(size) inscriptions",
                        text: Self.words, id: "journal-\(size)", attaching: checkpoint)
                }
            }
        } catch let fault as JournalFault {
            logger.critical("journal contradicted", metadata: ["why": "\(fault)"])
            bulletin.post(.alarm(nil))
        } catch is CancellationError {
        } catch {
            // Away for now: it is given the head at the next round.
            logger.warning("holder not reached", metadata: ["error": "\(error)"])
        }
    }

    private static let words = """
        Le point de contrôle joint atteste le journal d’Essaim à cet instant. Gardez ce message : comparé plus tard avec le \
        journal (essaim journal verify --against <fichier>), il montre si quelque chose a été retiré ou récrit depuis.

        Il ne contient rien d’aucun patient.
        """

    /// At each notice, and every half minute for what a lost notice left.
    private func tell() async {
        while !Task.isCancelled {
            await tellOnce()
            try? await Task.sleep(for: .seconds(20))
        }
    }

    /// A mail a day says no more than that an alarm waits: neither who nor about what.
    private func tellOnce() async {
        guard let alarms = try? await store.read({ try $0.untoldAlarms(limit: 20) }) else { return }
        for alarm in alarms {
            logger.critical("alarm", metadata: ["kind": "\(alarm.kind.rawValue)", "id": "\(alarm.id.rawValue)"])
            do {
                if let address = settings.alarmMail {
                    try await mail(
                        to: address, subject: "Essaim : une alarme vous attend",
                        text: "Une alarme attend dans le journal d’Essaim :\n\(site)\n",
                        id: "alarm-\(alarm.id.rawValue)")
                }
                let now = clock.now()
                try await store.write { try $0.markTold(alarm.id, at: now) }
            } catch {
                return logger.warning("alarm not mailed", metadata: ["error": "\(error)"])
            }
        }
    }

    private func mail(
        to address: String, subject: String, text: String, id: String, attaching checkpoint: String? = nil
    ) async throws {
        guard let server = settings.mailServer, let sender = settings.mailFrom else { throw OutgoingFault.badAddress }
        let domain = sender.split(separator: "@").last.map(String.init) ?? "localhost"
        try await mailDoor.send(
            OutgoingMail(
                from: sender, fromName: "Essaim", to: address, subject: subject, text: text,
                messageID: "\(id)@\(domain)",
                date: Date(timeIntervalSince1970: Double(clock.now().milliseconds) / 1000),
                attachments: checkpoint.map {
                    [.init(name: "checkpoint.txt", mediaType: "text/plain", bytes: Array($0.utf8))]
                } ?? []),
            through: server)
    }
}
