import EssaimDomain
import EssaimMedia
import EssaimOutbound
import EssaimWorkflow
import Foundation
import Logging
import NIOPosix

/// What files need of this machine: master keys, the vault and its shelf, the darkroom, the scanner.
struct FileRooms: Sendable {
    let masters: MasterKeyFolder
    /// The master key was drawn just now: it is to be saved apart.
    let isFirstKey: Bool
    let vault: Vault
    let darkroom: any Darkroom
    let scanner: (any VirusScanner)?
    let log: @Sendable (_ event: String, _ reason: String) -> Void

    /// Opens them, drawing the first master key when there is none.
    init(_ configuration: ServerConfiguration, darkroom: (any Darkroom)?, logger: Logger) throws {
        let settings = configuration.attachments
        let log: @Sendable (String, String) -> Void = { event, reason in
            logger.warning("\(event)", metadata: ["reason": "\(reason)"])
        }
        (masters, isFirstKey) = try Self.keys(settings.masterKeys)
        let root = Self.root(configuration)
        let shelf = try Self.shelf(configuration, log: log)
        vault = try Vault(root: root, shelf: shelf, secret: masters.derived("uploads")) {
            logger.critical("a file could not be synced: the disk is not to be believed, the server stops")
            exit(EX_IOERR)
        }
        self.darkroom =
            darkroom ?? ConfinedDarkroom(executable: settings.darkroom) { log("darkroom", "\($0)") }
        scanner = settings.clamd.map { ClamdScanner($0, threads: .singleton) }
        self.log = log
    }

    /// An absolute path, however the data folder was typed.
    private static func root(_ configuration: ServerConfiguration) -> String {
        URL(fileURLWithPath: configuration.folder, isDirectory: true).standardizedFileURL.path + "/attachments"
    }

    /// Where kept files stand: the data folder, or the bucket that the settings name.
    static func shelf(
        _ configuration: ServerConfiguration, log: @escaping @Sendable (_ event: String, _ reason: String) -> Void
    ) throws(VaultFault) -> any Shelf {
        guard let bucket = configuration.attachments.bucket else {
            return try FolderShelf(root: root(configuration))
        }
        return ObjectShelf(
            ObjectStore(bucket.place, through: OutgoingDoor(threads: 8)), prefix: bucket.prefix, threads: .singleton
        ) { log("object storage", "\($0)") }
    }

    /// The keys of that folder; a first one is drawn when there is none.
    private static func keys(_ folder: String) throws -> (MasterKeyFolder, isFirst: Bool) {
        do {
            return (try MasterKeyFolder(opening: folder), false)
        } catch MasterKeyFault.missing {
            return (try MasterKeyFolder.create(folder), true)
        }
    }
}
