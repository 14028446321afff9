@testable import EssaimOutbound

extension OutgoingDoor {
    /// Why a call failed, nil if it was answered.
    func fault(of call: OutgoingCall) async -> OutgoingFault? {
        do throws(OutgoingFault) {
            _ = try await exchange(call)
            return nil
        } catch {
            return error
        }
    }

    /// Why a mail was not sent, nil if it was.
    func fault(sending mail: OutgoingMail, through server: MailServer) async -> OutgoingFault? {
        do throws(OutgoingFault) {
            try await send(mail, through: server)
            return nil
        } catch {
            return error
        }
    }
}
