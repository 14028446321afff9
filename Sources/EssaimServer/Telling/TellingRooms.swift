import EssaimDomain
import EssaimHTTP
import EssaimOutbound
import EssaimWeb
import EssaimWorkflow
import Logging

extension EssaimServer {
    /// What tells people, by the channels that are set.
    func telling(_ bulletin: any Bulletin) -> TellingService {
        let settings = configuration.telling
        var couriers: [any Courier] = []
        var doors: [OutgoingDoor] = []
        if let server = settings.mailServer, let sender = settings.mailFrom {
            let door = OutgoingDoor(threads: TellingService.workers, authorities: settings.mailAuthorities)
            doors.append(door)
            couriers.append(
                MailCourier(
                    door: door, server: server, sender: sender, site: configuration.origin.text,
                    confirmation: { SitePath.confirmMail($0).text }, clock: clock))
        }
        if let gateway = settings.gateway {
            let door = OutgoingDoor(threads: TellingService.workers)
            doors.append(door)
            couriers.append(SMSCourier(door: door, gateway: gateway, site: configuration.origin.text, clock: clock))
        }
        return TellingService(
            rounds: couriers.map(round),
            delays: DueWatch(store: store, clock: clock, channels: settings.channels), store: store, clock: clock,
            bulletin: bulletin, doors: doors, logger: logger)
    }

    func round(_ courier: any Courier) -> TellingRound {
        TellingRound(store: store, clock: clock, courier: courier, tokens: SessionTokens()) {
            [logger] channel, attempts, isOver, fault in
            logger.warning(
                isOver ? "message given up" : "message not sent",
                metadata: ["channel": "\(channel.rawValue)", "attempt": "\(attempts)", "why": "\(fault)"])
        }
    }
}
