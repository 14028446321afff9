import EssaimWorkflow
import Foundation

/// What a copy's rows say, looked at before they are put anywhere.
package struct CopyPeek: Sendable {
    private let catalogue: Catalogue

    /// Nil for what is no shape.
    package init?(_ shape: [UInt8]) {
        guard let catalogue = try? JSONDecoder().decode(Catalogue.self, from: Data(shape)) else { return nil }
        self.catalogue = catalogue
    }

    /// How many entries the copied journal has numbered, of the row of its head.
    package func journalSize(_ head: [UInt8]) throws -> Int? {
        let place = catalogue.tables["journal_head"]?.columns.firstIndex { $0.name == "size" }
        guard let place, case let row = try CanonicalRow.values(head), place < row.count,
            case .integer(let size) = row[place]
        else { return nil }
        return Int(size)
    }
}
