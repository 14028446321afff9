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
        let root = configuration.folder + "/attachments"
        let shelf: any Shelf =
            if let bucket = settings.bucket {
                ObjectShelf(
                    ObjectStore(bucket.place, through: OutgoingDoor(threads: 8)), prefix: bucket.prefix,
                    threads: .singleton
                ) { log("object storage", "\($0)") }
            } else {
                try FolderShelf(root: root)
            }
        vault = try Vault(root: root, shelf: shelf, secret: masters.derived("uploads")) {
            logger.critical("a file could not be synced: the disk is not to be believed, the server stops")
            exit(EX_IOERR)
        }
        self.darkroom =
            darkroom ?? ConfinedDarkroom(executable: settings.darkroom) { log("darkroom", "\($0)") }
        scanner = settings.clamd.map { ClamdScanner($0, threads: .singleton) }
        self.log = log
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
