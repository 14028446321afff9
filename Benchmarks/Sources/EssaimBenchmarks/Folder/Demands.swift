import EssaimDomain
import EssaimTestSupport

/// Demands as two years leave them, oldest first: 92 % are over, 8 % open, and the open ones are recent. Seeded: the same
/// mix in each run.
struct Demands {
    private var random = SeededGenerator(seed: 20)
    private var numbers: Set<RequestNumber> = []
    private var rank: UInt64 = 0
    private let now: Instant

    /// Of a demand that is open.
    private static let openMix: [(RequestState, parts: Int)] = [
        (.submitted, 40), (.taken, 20), (.awaitingInformation, 10), (.answered, 26), (.draft, 4),
    ]
    private static let endedMix: [(RequestState, parts: Int)] = [(.closed, 88), (.declined, 7), (.cancelled, 5)]
    private static let openShare = 0.08
    /// The open ones are among the last tenth.
    private static let recentShare = 0.10

    init(now: Instant) { self.now = now }

    /// The demand of that rank among `count`, with its two photographs.
    mutating func next(_ position: Int, of count: Int) -> (AdviceRequest, [Attachment]) {
        let age = 730.0 * Double(count - position) / Double(count)
        let isRecent = Double(position) >= Double(count) * (1 - Self.recentShare)
        let isOpen = isRecent && Double.random(in: 0..<1, using: &random) < Self.openShare / Self.recentShare
        let state = draw(isOpen ? Self.openMix : Self.endedMix)
        let sentAt = now - .minutes(Int(age * 1440))
        return demand(state, sentAt: sentAt, isUnread: state == .answered && draw([(true, 1), (false, 2)]))
    }

    /// A demand to take, sent now.
    mutating func submitted() -> (AdviceRequest, [Attachment]) { demand(.submitted, sentAt: now, isUnread: false) }

    /// A demand to take whose id is a number, from which all that belongs to it follows: pgbench knows numbers alone.
    mutating func numbered(_ number: Int) -> (AdviceRequest, [Attachment]) {
        demand(.submitted, sentAt: now, isUnread: false, number: number)
    }

    private mutating func demand(
        _ state: RequestState, sentAt: Instant, isUnread: Bool, number: Int? = nil
    ) -> (AdviceRequest, [Attachment]) {
        let structure =
            number.map { $0 % Territory.structureCount } ?? .random(in: 0..<Territory.structureCount, using: &random)
        let expert = Int.random(in: 0..<Territory.expertsAPool, using: &random)
        let patient =
            number.map { $0 / Territory.structureCount % Territory.patientsAStructure }
            ?? .random(in: 0..<Territory.patientsAStructure, using: &random)
        let id: Identifier<AdviceRequest> =
            number.map { Identifier(String($0)) } ?? .new(at: sentAt, using: &random)
        let isJunior = Territory.isJunior(expert)
        let awaitsValidation = isJunior && state == .taken && draw([(true, 1), (false, 3)])
        var request = AdviceRequest.sample(
            state, id: id, rank: freshRank(), structure: Territory.structure(structure).id,
            route: Territory.route(from: structure), sentAt: sentAt,
            holder: Territory.expert(expert, in: structure % Territory.zoneCount).id,
            isJunior: isJunior, held: awaitsValidation ? .awaitingValidation : nil,
            urgency: draw([(.routine, 80), (.priority, 15), (.urgent, 5)]), isUnread: isUnread,
            patient: Territory.patient(patient, of: structure).id,
            content: RequestContent(question: MadeUpWords.question(using: &random)))
        request.requester = Territory.asker(structure).id
        request.author = request.requester
        return (request, ["centered", "wide"].map { photograph($0, of: request) })
    }

    private func photograph(_ slot: String, of request: AdviceRequest) -> Attachment {
        let name = "\(request.id.rawValue)-\(slot)"
        return Attachment(
            id: Identifier(name), request: request.id, slot: slot, name: slot + ".jpg",
            file: KeptFile(
                storedAs: name, sealedKey: [UInt8](repeating: 7, count: 60), mediaType: "image/jpeg",
                byteCount: 234_567, width: 1600, height: 1200), addedBy: request.requester,
            addedAt: request.createdAt)
    }

    /// Numbers of the samples repeat once in a while among so many.
    private mutating func freshRank() -> UInt64 {
        repeat { rank += 1 } while !numbers.insert(.sample(rank)).inserted
        return rank
    }

    private mutating func draw<T>(_ mix: [(T, parts: Int)]) -> T {
        var left = Int.random(in: 0..<mix.reduce(0) { $0 + $1.parts }, using: &random)
        for (value, parts) in mix {
            left -= parts
            if left < 0 { return value }
        }
        return mix[0].0
    }
}
