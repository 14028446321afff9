import EssaimWorkflow

/// Why a move stops. Up to `notEmpty` nothing was written to the target.
package enum MoveFault: Error, Sendable, Equatable {
    package enum Side: Sendable { case source, target }

    /// The steps of the schema are not the same: the last of each.
    case otherSchema(source: String, target: String)
    case missingTable(String, on: Side)
    case missingColumn(table: String, column: String, on: Side)
    case otherKind(table: String, column: String)
    case unknownType(table: String, column: String, type: String)
    case otherKey(table: String)
    case noKey(table: String)
    /// Not made of a-z, digits and `_`.
    case unsafeName(String)
    /// Tables that point to each other in a circle.
    case cycle([String])
    /// A row stands in this table.
    case notEmpty(table: String)
    /// The target holds a move that is not finished, from elsewhere or at work now.
    case another
    /// A row could not be read or was refused.
    case refused(table: String, StoreFault)
    /// These tables are not the same on both sides.
    case differs([String])
}
