import EssaimDomain

/// The three files of a territory, in UTF-8: those of `Sources/Assets/territory`, or an administrator's own.
public struct TerritoryFiles: Sendable {
    /// A file of the three, by its name.
    public enum Name: String, Sendable, CaseIterable {
        case communes = "communes.csv"
        case departements = "departements.csv"
        case outlines = "departements.geojson"
    }

    public var communes: [UInt8]
    public var departements: [UInt8]
    public var outlines: [UInt8]

    public init(communes: [UInt8], departements: [UInt8], outlines: [UInt8]) {
        self.communes = communes
        self.departements = departements
        self.outlines = outlines
    }

    /// The largest file that is read.
    public static let mostBytes = 16 << 20

    /// The territory that they say, or what is wrong with them. All three are read before anything is made of them.
    public func read() -> Result<TerritoryReading, TerritoryFaults> {
        var remarks = TerritoryRemarks()
        let outlines = OutlineReader(self.outlines).read(&remarks)
        let departements = DepartementReader(outlines: outlines).read(self.departements, &remarks)
        let communes = CommuneReader(departements: departements).read(self.communes, &remarks)
        if let faults = TerritoryFaults(remarks.faults) { return .failure(faults) }
        let territory = Territory(communes: communes, departements: Array(departements.values))
        return .success(TerritoryReading(territory: territory, warnings: remarks.warnings))
    }
}

/// A territory, and what its reader should know of it.
public struct TerritoryReading: Sendable {
    public let territory: Territory
    /// What was left out, in the order of the files: nothing that stops.
    public let warnings: [TerritoryRemark]
}

/// One thing to say of a file, in French, where it stands.
public struct TerritoryRemark: Sendable, Hashable {
    public let file: TerritoryFiles.Name
    /// Counted from 1; nil when it belongs to no line.
    public let line: Int?
    /// In bytes, from 1; for files of one line.
    public let column: Int?
    public let message: String

    /// « communes.csv, ligne 12 : « 2230 » n’est pas un code postal… ».
    public var french: String {
        let place = [line.map { "ligne \($0)" }, column.map { "colonne \($0)" }].compactMap { $0 }
        return "\(([file.rawValue] + place).joined(separator: ", "))\u{A0}: \(message)"
    }
}

/// Why a territory cannot be read; never empty. At most `most`: after so many of one file the rest is not looked at.
public struct TerritoryFaults: Error, Sendable, Hashable {
    public let list: [TerritoryRemark]
    public static let most = 50

    init?(_ list: [TerritoryRemark]) {
        guard !list.isEmpty else { return nil }
        self.list = list
    }

    /// One line a fault.
    public var french: [String] { list.map(\.french) }
}

/// What is noted while reading.
struct TerritoryRemarks {
    private(set) var faults: [TerritoryRemark] = []
    private(set) var warnings: [TerritoryRemark] = []

    /// - Returns: whether it is worth reading on.
    @discardableResult
    mutating func fault(_ file: TerritoryFiles.Name, line: Int? = nil, column: Int? = nil, _ message: String) -> Bool {
        faults.append(TerritoryRemark(file: file, line: line, column: column, message: message))
        return faults.count { $0.file == file } < TerritoryFaults.most
    }

    mutating func warn(_ file: TerritoryFiles.Name, line: Int? = nil, _ message: String) {
        warnings.append(TerritoryRemark(file: file, line: line, column: nil, message: message))
    }
}
