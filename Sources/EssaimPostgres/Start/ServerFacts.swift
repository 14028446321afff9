import EssaimWorkflow

/// What a server says of itself, and why it would be refused: nothing is acknowledged on a server that may lose it.
struct ServerFacts: Equatable {
    var version: Int
    var encoding: String
    var isReadOnly: Bool
    var fsync: String
    var fullPageWrites: String
    var synchronousCommit: String
    var checksums: String

    /// 14: `MATERIALIZED`, pipeline and predicate locks as this room uses them, still maintained (until November 2026 for 14).
    static let oldestVersion = 140_000

    init(
        version: Int, encoding: String = "UTF8", isReadOnly: Bool = false, fsync: String = "on",
        fullPageWrites: String = "on", synchronousCommit: String = "on", checksums: String = "on"
    ) {
        self.version = version
        self.encoding = encoding
        self.isReadOnly = isReadOnly
        self.fsync = fsync
        self.fullPageWrites = fullPageWrites
        self.synchronousCommit = synchronousCommit
        self.checksums = checksums
    }

    init(askedOf link: PostgresLink) throws {
        let row = try link.command(
            """
            SELECT current_setting('server_encoding'), current_setting('transaction_read_only'),
                current_setting('fsync'), current_setting('full_page_writes'), current_setting('synchronous_commit'),
                current_setting('data_checksums')
            """)
        func said(_ column: Int) -> String { row.text(0, column) ?? "" }
        self.init(
            version: link.serverVersion, encoding: said(0), isReadOnly: said(1) == "on", fsync: said(2),
            fullPageWrites: said(3), synchronousCommit: said(4), checksums: said(5))
    }

    /// The first thing that will not do, in French, with what to do; nil when all is well.
    var fault: String? {
        if version < Self.oldestVersion {
            return
                "PostgreSQL \(version / 10_000) est trop ancien : il faut la version \(Self.oldestVersion / 10_000) ou une plus récente"
        }
        if encoding != "UTF8" {
            return "la base est encodée en \(encoding) : recréez-la avec ENCODING 'UTF8'"
        }
        if isReadOnly {
            return "la base est en lecture seule (serveur de secours ?) : donnez l’adresse du serveur principal"
        }
        if fsync != "on" { return "fsync=\(fsync) : une coupure perdrait des écritures ; réglez fsync=on" }
        if fullPageWrites != "on" {
            return "full_page_writes=\(fullPageWrites) : une coupure abîmerait la base ; réglez full_page_writes=on"
        }
        if synchronousCommit != "on", synchronousCommit != "remote_apply" {
            return
                "synchronous_commit=\(synchronousCommit) : une écriture confirmée pourrait se perdre ; réglez synchronous_commit=on"
        }
        if checksums != "on" {
            return
                "data_checksums=\(checksums) : un disque qui ment ne serait pas vu ; arrêtez PostgreSQL et lancez pg_checksums --enable"
        }
        return nil
    }

    func check() throws {
        if let fault { throw StoreFault.unsafe(fault) }
    }
}
