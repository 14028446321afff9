import EssaimDomain
import EssaimMedia
import EssaimWorkflow
import Fuzzing
import Glibc

@testable import MediaSamples

/// Two uploads of one person, a vault on a disk that can fail and lose what was not synced, and a model of each upload
/// beside it. The input decides who does what next; after every step the vault must say what the model says.
struct Play {
    static let totals = [
        0, 1, 1_000, 65_535, 65_536, 65_537, 131_072, 131_073, 196_608, 262_144, 262_145, 300_000, 327_680,
    ]
    static let steps = 16

    private var reader: InputReader
    private let disk = ModelDisk()
    private let secret = FileKey()
    private(set) var vault: Vault
    private let uploads: [Upload]
    private var models = [ModelUpload(), ModelUpload()]

    init(_ bytes: [UInt8]) throws {
        reader = InputReader(bytes)
        vault = try Self.open(disk, secret)
        uploads = ["0", "f"].compactMap {
            Upload(request: Identifier("d-1"), person: Identifier("p-1"), token: String(repeating: $0, count: 32))
        }
    }

    private static func open(_ disk: ModelDisk, _ secret: FileKey) throws -> Vault {
        let shelf = try FolderShelf(root: "/disk/pieces", operations: disk)
        return try Vault(root: "/disk/coffre", shelf: shelf, secret: secret, operations: disk)
    }

    mutating func run() async throws {
        for _ in 0..<Self.steps where !reader.isEmpty {
            let word = reader.byte()
            let who = Int(word >> 7)
            switch word & 15 {
            case 0...5: try await send(who, .whole)
            case 6, 7: try await send(who, .cut)
            case 8: try await send(who, .elsewhere)
            case 9: try await send(who, .tooMuch)
            case 10: try await send(who, .fullDisk)
            case 11: try await send(who, .failingDisk)
            case 12: try await send(who, .stopped)
            case 13: try await drop(who)
            case 14: try await restart()
            default: break
            }
            try await check(who)
        }
        for who in uploads.indices { try await check(who) }
        require(disk.openFiles == 0, "a file was left open")
    }
}

extension Play {
    private enum Manner { case whole, cut, elsewhere, tooMuch, fullDisk, failingDisk, stopped }

    /// One `PUT`: from where the sender believes it stands, of a file of some length, some bytes.
    private mutating func send(_ who: Int, _ manner: Manner) async throws {
        let model = models[who]
        let total = Self.totals[Int(reader.byte()) % Self.totals.count]
        let offset = manner == .elsewhere ? reader.number() * 5 : model.offset
        var count = reader.byte() & 1 == 0 ? max(0, total - model.offset) : min(reader.number() * 3, 200_000)
        if manner == .tooMuch { count = max(0, total - model.offset) + 1 + reader.number() }
        let sent = Self.bytes(count, seed: reader.byte())
        let size = [1_000, 9_999, 65_536, 70_001, 400_000][Int(reader.byte()) % 5]
        let stream = manner == .cut ? ByteStream.breaking(after: sent, pieces: size) : ByteStream(sent, pieces: size)
        prepare(manner)
        let outcome: Result<Int, any Error>
        do {
            outcome = .success(try await vault.receive(stream, of: uploads[who], at: offset, total: total))
        } catch {
            outcome = .failure(error)
        }
        disk.heal()
        disk.leave(room: .max)
        if vault.isDurabilityLost || manner == .stopped {
            disk.restart(losing: loss())
            vault = try Self.open(disk, secret)
        }
        let isHealthy = [.whole, .elsewhere, .tooMuch, .cut].contains(manner)
        if isHealthy { Self.judge(outcome, model, manner == .cut, offset, sent, total) }
        try await learn(who, outcome, sent, total, at: offset)
    }

    private mutating func prepare(_ manner: Manner) {
        disk.forget()
        switch manner {
        case .whole, .cut, .elsewhere, .tooMuch: break
        case .fullDisk: disk.leave(room: reader.number() * 4)
        case .failingDisk: disk.fail(call: Int(reader.byte() & 31), with: reader.byte() & 1 == 0 ? EIO : ENOSPC)
        case .stopped: disk.stop(at: Int(reader.byte() & 31))
        }
    }

    private mutating func loss() -> Loss {
        switch reader.byte() % 3 {
        case 0: .nothing
        case 1: .unsynced
        default: .torn(seed: UInt64(reader.byte()))
        }
    }

    /// What the call must have returned or thrown, on a disk that works.
    private static func judge(
        _ outcome: Result<Int, any Error>, _ model: ModelUpload, _ isCut: Bool, _ offset: Int, _ sent: [UInt8],
        _ total: Int
    ) {
        switch outcome {
        case .success(let count):
            require(offset == model.offset && !(isCut && !model.isWhole), "what must fail did not")
            require(!model.isTooLong(for: total, sent.count), "more than the whole was taken")
            require(count == offset + model.kept(of: sent.count, total: total), "it kept \(count)")
        case .failure(let fault as VaultFault):
            switch fault {
            case .wrongOffset(let count): require(offset != model.offset && count == model.offset, "a wrong offset")
            case .tooLong: require(model.isTooLong(for: total, sent.count), "not too long")
            default: require(false, "\(fault)")
            }
        case .failure: require(isCut, "a line that was not cut")
        }
    }

    /// What stands now, whatever the call said of it.
    private mutating func learn(
        _ who: Int, _ outcome: Result<Int, any Error>, _ sent: [UInt8], _ total: Int, at offset: Int
    ) async throws {
        let model = models[who]
        let stands = try await vault.received(of: uploads[who])
        if case .success(let count) = outcome { require(count <= stands, "acknowledged and not there") }
        let taken = offset == model.offset && !model.isWhole ? sent : []
        let isComplete = taken.count == sent.count && offset + sent.count == total && stands == total
        let isThere = isComplete ? (try? await vault.contents(of: uploads[who])) != nil : false
        let isWhole = model.isWhole || isThere
        models[who].stands(at: stands, after: taken, isWhole: isWhole)
    }

    private mutating func drop(_ who: Int) async throws {
        try await vault.drop(uploads[who])
        models[who].drop()
    }

    private mutating func restart() async throws {
        disk.restart(losing: loss())
        vault = try Self.open(disk, secret)
    }

    private func readBack(_ who: Int) async throws {
        let model = models[who]
        do {
            let bytes = try await vault.contents(of: uploads[who]).gathered(upTo: 1_000_000)
            require(model.isWhole && bytes == model.bytes, "other bytes than were sent")
        } catch let fault as VaultFault {
            require(!model.isWhole, "a whole upload is not read: \(fault)")
            require(fault == (model.offset == 0 ? .absent : .wrongOffset(at: model.offset)), "\(fault)")
        }
    }

    private func check(_ who: Int) async throws {
        require(try await vault.received(of: uploads[who]) == models[who].offset, "an offset that lies")
        try await readBack(who)
    }

    /// The same bytes for the same seed, each at a place of its own.
    private static func bytes(_ count: Int, seed: UInt8) -> [UInt8] {
        let period = 251
        let block = (0..<period).map { UInt8(truncatingIfNeeded: $0 * 7 + Int(seed)) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + period)
        while bytes.count < count { bytes.append(contentsOf: block) }
        bytes.removeLast(bytes.count - count)
        return bytes
    }

    static var seeds: [[UInt8]] {
        let whole: [UInt8] = [0, 11, 0, 1, 1]
        let some: [UInt8] = [0, 11, 1, 100, 0, 7, 2]
        return [
            whole + [15], some + some + whole + [14, 1, 15], some + [14, 2, 9] + whole + [13, 15],
            [12, 9, 1, 100, 0, 3, 0, 9, 0] + whole, [10, 11, 0, 4, 3, 80, 0] + whole,
            [11, 8, 0, 4, 3, 6, 0, 1] + whole,
            [9, 6, 0, 1, 1, 5, 0] + some, [6, 11, 1, 200, 0, 5, 4] + [128, 4, 0, 8, 0] + whole,
            [8, 11, 0, 1, 0, 0, 1] + [0, 4, 0, 0, 0] + [0, 6, 0, 0, 0],
        ]
    }
}
