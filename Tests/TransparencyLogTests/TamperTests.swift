import Testing
import TransparencyLog

/// One bit of one file of a log, changed ten thousand times.
@Suite struct TamperTests {
    private let log: LogFolder
    private let check: LogCheck

    init() throws {
        let key = try #require(SigningKey(name: "example.com/log"))
        let witness = try #require(SigningKey(name: "witness.example/w1"))
        var random = SplitMix(seed: 300)
        log = LogFolder(entries: (0..<300).map { _ in random.bytes(41) }, signedBy: key, cosignedBy: witness)
        check = LogCheck(keys: [key.verifier, witness.verifier.cosigner])
    }

    @Test func `each of 10,000 one-bit changes to a log's files is caught`() {
        #expect(check.accepts(log.files))
        var random = SplitMix(seed: 10_000)
        let places = log.files.keys.sorted().flatMap { path in (log.files[path] ?? []).indices.map { (path, $0) } }
        var files = log.files
        var missed: [String] = []
        for _ in 0..<10_000 {
            guard let (path, offset) = places.randomElement(using: &random) else { break }
            let bit: UInt8 = 1 << UInt8.random(in: 0...7, using: &random)
            files[path]?[offset] ^= bit
            if check.accepts(files) { missed.append("\(path) \(offset) \(bit)") }
            files[path]?[offset] ^= bit
        }
        #expect(missed.isEmpty)
        #expect(files == log.files)
        #expect(check.accepts(files))
    }

    @Test func `every bit of the checkpoint is watched`() {
        let count = log.files["checkpoint"]?.count ?? 0
        #expect(count > 200)
        for offset in 0..<count {
            for bit in 0..<8 {
                var files = log.files
                files["checkpoint"]?[offset] ^= 1 << UInt8(bit)
                #expect(!check.accepts(files))
            }
        }
    }

    @Test func `a file missing, superfluous, cut or longer is caught`() {
        for path in log.files.keys {
            for change in [{ _ in nil }, { $0.dropLast() }, { $0 + [0] }, { _ in [] }] as [([UInt8]) -> [UInt8]?] {
                var files = log.files
                files[path] = files[path].flatMap(change)
                #expect(!check.accepts(files))
            }
        }
        var files = log.files
        files["tile/1/001"] = [0]
        #expect(!check.accepts(files))
    }
}
