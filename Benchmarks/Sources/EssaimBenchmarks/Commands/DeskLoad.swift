import EssaimDomain
import EssaimWorkflow
import Foundation
import Synchronization

/// Demands to be carried through the desk, each by one caller.
final class Supply: Sendable {
    private let waiting: Mutex<[AdviceRequest]>

    init(_ requests: [AdviceRequest]) { waiting = Mutex(requests) }

    func next() throws -> AdviceRequest {
        guard let request = waiting.withLock({ $0.popLast() }) else {
            throw Settings.Fault(description: "the demands ran out before the time: prepare more of them")
        }
        return request
    }
}

/// Takes a demand, asks for information, is given it, twice: five commands, each its own version, key and history entry.
struct DeskLoad: Load {
    let desk: RequestDesk
    let supply: Supply
    private var request: AdviceRequest?
    private var version = 0
    private var step = 0

    static let commandsADemand = 5

    init(desk: RequestDesk, supply: Supply) {
        self.desk = desk
        self.supply = supply
    }

    mutating func once() async throws {
        let request = try self.request ?? supply.next()
        if self.request == nil { (self.request, version, step) = (request, request.version, 0) }
        let (command, caller) = command(on: request)
        let result = try await desk.perform(
            command, on: request.id, at: version, key: UUID().uuidString, by: caller)
        switch result {
        case .success(let receipt): version = receipt.version
        case .failure(let refusal):
            throw Settings.Fault(description: "\(command.action.rawValue) was refused: \(refusal)")
        }
        step += 1
        if step == Self.commandsADemand { self.request = nil }
    }

    private func command(on request: AdviceRequest) -> (Command, Identifier<Person>) {
        let expert = Territory.firstExpert(of: request.route.pool)
        if step == 0 { return (.take, expert) }
        if step.isMultiple(of: 2) {
            return (.giveInformation(text: "Depuis six mois, sans douleur ni saignement."), request.requester)
        }
        return (.askInformation(text: "Depuis quand la lésion est-elle apparue ?"), expert)
    }
}
