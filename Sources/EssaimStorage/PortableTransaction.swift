import EssaimWorkflow
import Foundation

/// Every port over one connection: the portable SQL, once for all engines. Each port stands in its feature's folder.
/// No rule lives here: what a command means was decided before.
public struct PortableTransaction: StoreWriter {
    let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }
}

/// JSON kept in TEXT columns: keys sorted, so that equal values are equal texts.
enum StoredJSON {
    private static let encoder: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()
    private static let decoder = JSONDecoder()

    static func text(_ value: some Encodable) throws -> String {
        String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func value<T: Decodable>(_ type: T.Type, _ text: String) throws -> T {
        do {
            return try decoder.decode(type, from: Data(text.utf8))
        } catch {
            throw StoreFault.corrupt("a column does not hold \(type)")
        }
    }
}
