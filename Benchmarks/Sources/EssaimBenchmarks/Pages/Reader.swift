import EssaimDomain
import EssaimWorkflow

/// Whose list is read, by turns.
enum Reader {
    static func of(_ list: WorklistKind, rank: Int) -> Identifier<Person> {
        switch list {
        case .toTake, .mine, .waiting, .toValidate, .answeredByMe, .toReceive:
            Territory.expert(rank % Territory.expertsAPool, in: rank % Territory.zoneCount).id
        case .drafts, .sent, .toComplete, .toRead, .news, .toClose, .ended:
            Territory.asker(rank % Territory.structureCount).id
        case .network, .unreadInNetwork, .toTriage, .triageWaiting, .triageUrgent, .triageLate: Territory.coordinator.id
        }
    }
}
