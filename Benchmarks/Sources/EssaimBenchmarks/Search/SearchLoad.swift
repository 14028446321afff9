import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow

/// What is looked for, from what finds one demand to what nearly all hold.
enum SearchLoad: String, CaseIterable {
    case number, familyName, nameBeginning, wholeName, rareWord, frequentWord, twoFrequentWords, frequentAndRare
    case nothing

    /// What someone types, another thing each time.
    func words(_ rank: Int, of demands: Int) -> String {
        let patient = (rank * 7919) % (Territory.structureCount * Territory.patientsAStructure)
        let (structure, number) = (patient / Territory.patientsAStructure, patient % Territory.patientsAStructure)
        let traits = Territory.patient(number, of: structure).traits
        return switch self {
        case .number: RequestNumber.sample(UInt64(1 + (rank * 104_729) % demands)).shown
        case .familyName: traits.birthFamilyName
        case .nameBeginning: String(traits.birthFamilyName.prefix(4))
        case .wholeName: "\(traits.firstGivenName) \(traits.birthFamilyName)"
        case .rareWord: MadeUpWords.word(2_000 + rank % 1_000)
        case .frequentWord: MadeUpWords.word(rank % 3)
        case .twoFrequentWords: MadeUpWords.word(rank % 3) + " " + MadeUpWords.word(3 + rank % 4)
        case .frequentAndRare: MadeUpWords.word(rank % 3) + " " + MadeUpWords.word(2_000 + rank % 1_000)
        case .nothing: "xylophone"
        }
    }
}

/// Who looks: what they may see narrows what is found.
enum SearchReader: String, CaseIterable {
    case expert, asker, coordinator

    func person(_ rank: Int) -> Identifier<Person> {
        switch self {
        case .expert: Territory.expert(rank % Territory.expertsAPool, in: rank % Territory.zoneCount).id
        case .asker: Territory.asker(rank % Territory.structureCount).id
        case .coordinator: Territory.coordinator.id
        }
    }

    /// A list of theirs, as long as a page of what is found.
    var list: WorklistKind {
        switch self {
        case .expert: .answeredByMe
        case .asker: .ended
        case .coordinator: .network
        }
    }
}
