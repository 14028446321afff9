import EssaimDomain
import EssaimWorkflow

/// A folder of plainly fictional people and demands over OncoBreizh's territory. Every demand is replayed through the desk
/// with past clocks: each row, history included, is what the product itself would have written that day.
public struct Demonstration: Sendable {
    let store: any Store
    let network: Network
    let forms: FormLibrary
    let billing: BillingRules
    let files: AttachmentDesk
    let now: Instant

    /// - Parameters:
    ///   - network: `networks/oncobreizh.yaml`, or one with its zones, pools and lines.
    ///   - files: where the drawings that stand for photographs go.
    ///   - now: what all the dates are relative to.
    public init(
        store: any Store, network: Network, forms: FormLibrary, billing: BillingRules, files: AttachmentDesk,
        now: Instant
    ) {
        self.store = store
        self.network = network
        self.forms = forms
        self.billing = billing
        self.files = files
        self.now = now
    }

    /// How much there is.
    public struct Contents: Sendable, Equatable {
        public let people: Int
        public let structures: Int
        public let demands: Int
    }

    /// Declares the network, makes the people, marks the folder, then replays the demands. The mark comes with the first
    /// people, in one transaction: no folder ever holds personas without it.
    /// - Throws: `DemonstrationFault` when the folder already holds people or the network is another.
    public func fill() async throws -> Contents {
        let scenes = Scene.all
        try checkTerritory(for: scenes)
        let cast = Cast(at: now)
        let patients = scenes.enumerated().compactMap { index, scene in scene.registered(index, in: cast, at: now) }
        try await store.write { tx in
            guard try tx.setting(Setting.demonstration) == nil else { throw DemonstrationFault.alreadyFilled }
            guard try tx.accounts(after: "", limit: 1).isEmpty, try !tx.realIdentityExists() else {
                throw DemonstrationFault.holdsPeople
            }
            try tx.save(network)
            try tx.set(Setting.demonstration, to: "yes")
            try cast.insert(into: tx, network: network.id)
            for patient in patients { try tx.insert(patient) }
        }
        let replay = SceneReplay(demonstration: self, cast: cast)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (index, scene) in scenes.enumerated() { group.addTask { try await replay.play(scene, index) } }
            try await group.waitForAll()
        }
        try await store.write { try $0.set(Self.completeSetting, to: "yes") }
        return Contents(people: cast.people.count, structures: cast.places.count, demands: scenes.count)
    }

    /// The folder was filled, to the end: `fill` has nothing left to do.
    public static func isFilled(_ store: any Store) async throws -> Bool {
        try await store.read { try $0.setting(Setting.demonstration) == "yes" && $0.setting(completeSetting) == "yes" }
    }

    private static let completeSetting = "demonstration.complete"

    /// Every place must have a zone, every line and pool must be declared.
    private func checkTerritory(for scenes: [Scene]) throws {
        for pool in Cast.pools where network.pool(pool) == nil { throw DemonstrationFault.otherNetwork(pool.rawValue) }
        for scene in scenes {
            guard let offer = network.offer(scene.line.offer) else {
                throw DemonstrationFault.otherNetwork(scene.line.offer.rawValue)
            }
            guard forms[offer.form] != nil else { throw DemonstrationFault.formMissing(offer.form?.rawValue ?? "") }
        }
    }
}

/// Why a folder cannot be filled.
public enum DemonstrationFault: Error, Sendable, Equatable {
    /// It is a demonstration already, whole or interrupted.
    case alreadyFilled
    /// It holds people or patients: a demonstration only comes into an empty folder.
    case holdsPeople
    /// The network lacks what the demands are written for.
    case otherNetwork(String)
    /// The form of a line is not among those given.
    case formMissing(String)
    /// The product refused a step of a demand: the data no longer fit the rules.
    case refused(scene: Int, step: String, Refusal)
    /// A drawing was refused by the darkroom.
    case picture(String)

    /// In French, for the command line.
    public var message: String {
        switch self {
        case .alreadyFilled: "Ce dossier contient déjà une démonstration."
        case .holdsPeople:
            "Ce dossier contient déjà des personnes\u{A0}: une démonstration ne s’installe que dans un dossier vide."
        case .otherNetwork(let missing): "Le réseau de la démonstration n’a pas «\u{A0}\(missing)\u{A0}»."
        case .formMissing(let name): "Le formulaire «\u{A0}\(name)\u{A0}» manque."
        case .refused(let scene, let step, let refusal):
            "La demande \(scene + 1) de la démonstration a été refusée à l’étape \(step)\u{A0}: \(refusal)."
        case .picture(let reason): "Un dessin de la démonstration a été refusé\u{A0}: \(reason)"
        }
    }
}
