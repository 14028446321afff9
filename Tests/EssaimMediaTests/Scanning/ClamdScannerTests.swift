import EssaimMedia
import EssaimWorkflow
import Foundation
import NIOPosix
import Synchronization
import Testing

@Suite struct ClamdScannerTests {
    private static let threads: NIOThreadPool = {
        let threads = NIOThreadPool(numberOfThreads: 4)
        threads.start()
        return threads
    }()

    private func scanner(_ address: String, limit: Duration = .seconds(600)) throws -> ClamdScanner {
        ClamdScanner(try #require(ClamdAddress(address)), threads: Self.threads, limit: limit)
    }

    private func zeros(_ count: Int) -> [UInt8] { Array(repeating: 0, count: count) }

    @Test func `the real clamd finds what it knows wherever it stands, and nothing in the rest`() async throws {
        let clamd = try RunningClamd()
        let scanner = try scanner(clamd.address)
        for clean in [[], [1], zeros(64 << 10), zeros(1_000_003)] {
            #expect(await scanner.scan(ByteStream(clean)) == .clean)
        }
        let found = ScanOutcome.infected("Essai.Eicar.UNOFFICIAL")
        #expect(await scanner.scan(ByteStream(RunningClamd.testFile)) == found)
        // Cut between pieces of every length, a byte at a time too.
        for size in [1, 7, 67, 68, 1 << 20] {
            #expect(await scanner.scan(ByteStream(RunningClamd.testFile, pieces: size)) == found)
        }
        #expect(await scanner.scan(ByteStream(zeros(300_000) + RunningClamd.testFile + zeros(9))) == found)
        let almost = Array(RunningClamd.testFile.dropLast())
        #expect(await scanner.scan(ByteStream(almost)) == .clean)
        clamd.stop()
    }

    @Test func `many scans at once each have their own outcome`() async throws {
        let clamd = try RunningClamd()
        let scanner = try scanner(clamd.address)
        await withTaskGroup(of: (Int, ScanOutcome).self) { group in
            for number in 0..<40 {
                let bytes = zeros(50_000) + (number % 3 == 0 ? RunningClamd.testFile : [])
                group.addTask { (number, await scanner.scan(ByteStream(bytes))) }
            }
            for await (number, outcome) in group {
                #expect(outcome == (number % 3 == 0 ? .infected("Essai.Eicar.UNOFFICIAL") : .clean))
            }
        }
        clamd.stop()
    }

    @Test func `a stream longer than clamd takes is not called clean`() async throws {
        let clamd = try RunningClamd(longest: 1 << 20)
        let scanner = try scanner(clamd.address)
        #expect(await scanner.scan(ByteStream(zeros(1 << 20))) == .clean)
        for count in [(1 << 20) + 1, 3 << 20, 20 << 20] {
            #expect(await scanner.scan(ByteStream(zeros(count))) == .away)
        }
        #expect(await scanner.scan(ByteStream(RunningClamd.testFile)) == .infected("Essai.Eicar.UNOFFICIAL"))
        clamd.stop()
    }

    @Test func `a clamd that is stopped or was never there is away`() async throws {
        let clamd = try RunningClamd()
        let scanner = try scanner(clamd.address)
        #expect(await scanner.scan(ByteStream([1])) == .clean)
        clamd.stop()
        #expect(await scanner.scan(ByteStream([1])) == .away)
        #expect(try await self.scanner("unix:/nowhere/at/all").scan(ByteStream([1])) == .away)
        #expect(ClamdAddress("unix:/a\u{0}b") == nil)
        #expect(try await self.scanner("tcp://127.0.0.1:1").scan(ByteStream([1])) == .away)
        #expect(try await self.scanner("tcp://[::1]:1").scan(ByteStream([1])) == .away)
    }

    @Test func `a clamd that hangs is left when the time is over, before the answer or amid the stream`() async throws {
        let clamd = try RunningClamd()
        clamd.freeze()
        let start = ContinuousClock.now
        let scanner = try scanner(clamd.address, limit: .milliseconds(600))
        #expect(await scanner.scan(ByteStream([1, 2, 3])) == .away)
        #expect(await scanner.scan(ByteStream(zeros(3 << 20))) == .away)
        #expect(ContinuousClock.now - start < .seconds(300))
        clamd.thaw()
        #expect(try await self.scanner(clamd.address).scan(ByteStream([1])) == .clean)
        clamd.stop()
    }

    @Test func `a scan given up holds nobody`() async throws {
        let clamd = try RunningClamd()
        clamd.freeze()
        let scanner = try scanner(clamd.address, limit: .seconds(3600))
        let start = ContinuousClock.now
        // The caller gives up once the line is open and something was sent; then, while the answer is waited for.
        for last in [false, true] {
            let pieces = Mutex(0)
            let source = ByteStream {
                let number = pieces.withLock { number in
                    number += 1
                    return number
                }
                if number == 2 { withUnsafeCurrentTask { $0?.cancel() } }
                return number == 2 && last ? nil : [UInt8](repeating: 0, count: 1 << 10)
            }
            #expect(await Task { await scanner.scan(source) }.value == .away)
            #expect(pieces.withLock { $0 } == 2)
        }
        #expect(ContinuousClock.now - start < .seconds(300))
        clamd.stop()
    }

    @Test(arguments: [
        "", "stream: OK", "stream: OK\n", "OK~", "stream: ok~", " stream: OK~", "stream: OK ~", "stream:  FOUND~",
        "stream: FOUND~", "stream: Name found~", "other: Name FOUND~", "INSTREAM size limit exceeded. ERROR~",
        "stream: Time limit reached ERROR~", "UNKNOWN COMMAND~", "stream: OK~stream: Name FOUND~", "~",
    ])
    func `anything but a whole OK or FOUND is away`(_ answer: String) async throws {
        let clamd = try ScriptedClamd.saying(answer)
        #expect(try await scanner(clamd.address).scan(ByteStream([1, 2, 3])) == .away)
    }

    @Test(arguments: [5000, 100_000]) func `an answer without end is away`(_ count: Int) async throws {
        let clamd = try ScriptedClamd.saying(String(repeating: "x", count: count) + "~")
        #expect(try await scanner(clamd.address).scan(ByteStream([1, 2, 3])) == .away)
    }

    @Test(arguments: [
        ("stream: OK~", ScanOutcome.clean), ("stream: Name FOUND~", .infected("Name")),
        ("stream: a FOUND FOUND~", .infected("a FOUND")), ("stream: a\nb\u{1B}é FOUND~", .infected("a?b??")),
    ])
    func `a whole OK or FOUND is taken, its name fit for a log`(_ answer: String, _ outcome: ScanOutcome) async throws {
        let clamd = try ScriptedClamd.saying(answer)
        #expect(try await scanner(clamd.address).scan(ByteStream([1, 2, 3])) == outcome)
    }

    @Test func `what is sent is the stream, and an empty piece does not end it`() async throws {
        let heard = Mutex<[UInt8]>([])
        let clamd = try ScriptedClamd { line in
            let stream = try ScriptedClamd.stream(from: line)
            heard.withLock { $0 = stream }
            // The answer in two parts.
            ScriptedClamd.say("stream", on: line)
            ScriptedClamd.say(": OK~", on: line)
        }
        let pieces = Mutex<[[UInt8]]>([[1, 2], [], [3], [], zeros(200_000), [4]])
        let source = ByteStream { pieces.withLock { $0.isEmpty ? nil : $0.removeFirst() } }
        #expect(try await scanner(clamd.address).scan(source) == .clean)
        #expect(heard.withLock { $0 } == [1, 2, 3] + zeros(200_000) + [4])
    }

    @Test func `a line cut amid the stream, or before the answer, is away; a stream that breaks off too`() async throws
    {
        let early = try ScriptedClamd { _ in }
        #expect(try await scanner(early.address).scan(ByteStream(zeros(3 << 20))) == .away)
        let late = try ScriptedClamd { _ = try ScriptedClamd.stream(from: $0) }
        #expect(try await scanner(late.address).scan(ByteStream([1])) == .away)
        let clamd = try ScriptedClamd.saying("stream: OK~")
        let broken = ByteStream { throw VaultFault.unreadable }
        #expect(try await scanner(clamd.address).scan(broken) == .away)
    }

    @Test(arguments: [
        "unix:/run/clamav/clamd.ctl", "tcp://127.0.0.1:3310", "tcp://127.8.8.8:1", "tcp://localhost:65535",
        "tcp://[::1]:3310",
    ])
    func `an address of this machine is taken`(_ text: String) throws {
        #expect(try #require(ClamdAddress(text)).description == text)
    }

    @Test(arguments: [
        "", "unix:", "unix:relative", "unix:/" + String(repeating: "a", count: 107), "/run/clamd",
        "tcp://10.0.0.1:3310", "tcp://0.0.0.0:3310", "tcp://128.0.0.1:3310", "tcp://clamd:3310", "tcp://127.0.0.1",
        "tcp://127.0.0.1:0", "tcp://127.0.0.1:65536", "tcp://127.0.0.1:+1", "tcp://127.1:3310", "tcp://[::2]:1",
        "http://127.0.0.1:3310", "tcp://:3310", "tcp://127.0.0.1:3310/",
    ])
    func `an address of another, or none, is not`(_ text: String) {
        #expect(ClamdAddress(text) == nil)
    }
}
