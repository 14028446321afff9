import CLibPQ
import EssaimStorage
import EssaimWorkflow
import Foundation
import Synchronization

/// The board across servers: LISTEN and NOTIFY on a connection and a thread of their own.
///
/// A notice is not sent inside the command's transaction: NOTIFY there makes every COMMIT of the database wait for a single
/// lock, its sync included. What is lost with a server that dies in between is found by those who look from time to time.
final class PostgresBulletin: Bulletin {
    private struct Outbox {
        var waiting: [Notice] = []
        var isStopped = false
    }

    private static let mostWaiting = 1_024
    private static let channel = "essaim"
    /// A write's token is asked for within the seconds after a cut; an hour is far beyond.
    private static let tokenLife = "1 hour"

    private let settings: PostgresSettings
    private let local = LocalBulletin()
    private let outbox = Mutex(Outbox())
    /// Written to by whoever posts: the thread waits for its socket and for this.
    private let bell: Bell
    private let ended = DispatchSemaphore(value: 0)

    init(_ settings: PostgresSettings) {
        self.settings = settings
        bell = Bell()
        let thread = Thread { [self] in serve() }
        thread.name = "essaim-pg-notices"
        thread.stackSize = 1 << 20
        thread.start()
    }

    func post(_ notice: Notice) {
        local.post(notice)
        outbox.withLock { outbox in
            if outbox.waiting.count < Self.mostWaiting { outbox.waiting.append(notice) }
        }
        bell.ring()
    }

    func notices() -> AsyncStream<Notice> { local.notices() }

    func stop() {
        let first = outbox.withLock { outbox in
            defer { outbox.isStopped = true }
            return !outbox.isStopped
        }
        guard first else { return }
        bell.ring()
        ended.wait()
    }

    private var isStopped: Bool { outbox.withLock { $0.isStopped } }

    private func serve() {
        while !isStopped {
            do {
                let link = try settings.connect()
                try link.command("LISTEN \(Self.channel)")
                // What was posted elsewhere while nobody listened here.
                local.post(.jobs)
                try serve(on: link)
            } catch {
                // Looked at again in a second: the pages and the jobs go on by themselves meanwhile.
                bell.wait(for: nil, milliseconds: 1_000)
            }
        }
        ended.signal()
    }

    private func serve(on link: PostgresLink) throws {
        var swept: ContinuousClock.Instant?
        while !isStopped {
            if swept.map({ $0.duration(to: .now) > .seconds(600) }) ?? true {
                try link.command("DELETE FROM write_tokens WHERE at < now() - interval '\(Self.tokenLife)'")
                swept = .now
            }
            try send(on: link)
            for notice in try link.notices() { local.post(notice) }
            bell.wait(for: link.socket, milliseconds: 5_000)
        }
        try send(on: link)
    }

    /// Sends what waits, each notice once however often it was posted.
    private func send(on link: PostgresLink) throws {
        let waiting = outbox.withLock { outbox in
            defer { outbox.waiting = [] }
            return outbox.waiting
        }
        for text in Set(waiting).compactMap(NoticeText.write) {
            _ = try link.run(PostgresStatement("SELECT pg_notify('essaim', ?)", [.text(text)]))
        }
    }
}

extension PostgresLink {
    /// What other connections said since; our own is left out, for it was posted here already.
    fileprivate func notices() throws -> [Notice] {
        guard PQconsumeInput(connection) == 1, !isBroken else {
            throw PostgresFault.lost("the listening connection broke")
        }
        var notices: [Notice] = []
        while let next = PQnotifies(connection) {
            defer { PQfreemem(next) }
            if next.pointee.be_pid == processID { continue }
            if let notice = NoticeText.read(String(cString: next.pointee.extra)) { notices.append(notice) }
        }
        return notices
    }
}
