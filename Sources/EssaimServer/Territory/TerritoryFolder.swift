import EssaimDomain
import EssaimNetworkFiles
import EssaimWorkflow
import Foundation
import Logging

/// An administrator's own territory in the data folder, in place of the one that is built in: `territory/`, three files.
public struct TerritoryFolder: Sendable {
    let folder: String
    private var own: String { folder + "/territory" }

    public init(dataFolder: String) { folder = dataFolder }

    /// Why an import stopped before anything was kept.
    public enum Fault: Error, Sendable, Equatable {
        /// A file of the three is absent or too large.
        case unreadable(String)
        /// In French, with file and line of each.
        case faults([String])
    }

    /// Reads the three files of a folder, and keeps them when nothing is wrong: a server takes them up at its next start.
    @discardableResult
    public func take(from source: String) throws -> TerritoryReading {
        let files = try Self.files(in: source)
        let reading: TerritoryReading
        switch files.read() {
        case .success(let read): reading = read
        case .failure(let faults): throw Fault.faults(faults.french)
        }
        // Beside the others until all three are there; a start between the two moves uses what is built in.
        let manager = FileManager.default
        let fresh = own + ".new"
        try? manager.removeItem(atPath: fresh)
        try manager.createDirectory(
            atPath: fresh, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        for name in TerritoryFiles.Name.allCases {
            try Data(files[name]).write(to: URL(filePath: "\(fresh)/\(name.rawValue)"))
        }
        if manager.fileExists(atPath: own) { try manager.removeItem(atPath: own) }
        try manager.moveItem(atPath: fresh, toPath: own)
        return reading
    }

    /// Goes back to what is built in. False when nothing was kept.
    public func forget() throws -> Bool {
        guard FileManager.default.fileExists(atPath: own) else { return false }
        try FileManager.default.removeItem(atPath: own)
        return true
    }

    /// What a server uses, from its start to its end.
    func room(logger: Logger) -> any TerritoryRoom & CommuneTable {
        guard FileManager.default.fileExists(atPath: own) else { return EmbeddedTerritory() }
        return ImportedTerritory(folder: own, logger: logger)
    }

    static func files(in folder: String) throws(Fault) -> TerritoryFiles {
        var files = TerritoryFiles(communes: [], departements: [], outlines: [])
        for name in TerritoryFiles.Name.allCases {
            let url = URL(filePath: "\(folder)/\(name.rawValue)")
            let size = (try? url.resourceValues(forKeys: [.fileSizeKey]))?.fileSize
            guard let size, size <= TerritoryFiles.mostBytes, let data = try? Data(contentsOf: url) else {
                throw Fault.unreadable(name.rawValue)
            }
            files[name] = Array(data)
        }
        return files
    }
}

extension TerritoryFiles {
    fileprivate(set) subscript(name: Name) -> [UInt8] {
        get {
            switch name {
            case .communes: communes
            case .departements: departements
            case .outlines: outlines
            }
        }
        set {
            switch name {
            case .communes: communes = newValue
            case .departements: departements = newValue
            case .outlines: outlines = newValue
            }
        }
    }
}
