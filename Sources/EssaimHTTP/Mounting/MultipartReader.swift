import EssaimGate
import Hummingbird
import NIOCore

/// Reads a multipart form as it comes: the fields first, up to the file; then the file, piece by piece, by whoever wants
/// it. A form carries one file at most, after its fields, as ours do.
struct MultipartReader {
    private var body: RequestBody.AsyncIterator
    private var parser: MultipartParser
    private let limit: Int
    private var total = 0
    private var events: ArraySlice<MultipartParser.Event> = []
    /// The file's part, once it has begun.
    private var begun: MultipartPart?

    /// - Parameter limit: most bytes of the whole body.
    init(_ body: RequestBody, _ contentType: String, limit: Int) throws {
        guard let parser = try? MultipartParser(contentType: contentType, limits: MultipartLimits(parts: 50)) else {
            throw BodyFault.malformed
        }
        self.body = body.makeAsyncIterator()
        self.parser = parser
        self.limit = limit
    }

    /// The fields that stand before the file, or all of them when there is none.
    mutating func fields() async throws -> FormFields {
        var form = FormFields()
        var part: MultipartPart?
        var content: [UInt8] = []
        while let event = try await next() {
            switch event {
            case .begin(let new) where new.filename != nil:
                begun = new
                return form
            case .begin(let new): (part, content) = (new, [])
            case .data(let bytes): content += bytes
            case .end:
                guard let name = part?.name, let text = String(validating: content, as: UTF8.self) else {
                    throw BodyFault.malformed
                }
                form.append(name, text)
            case .finished: return form
            }
        }
        throw BodyFault.malformed
    }

    /// The file that comes next, not read yet; nil when the form carries none.
    var file: (field: String, name: String?)? {
        begun.map { ($0.name, $0.filename.flatMap { $0.isEmpty ? nil : $0 }) }
    }

    /// The file's next piece; nil at its end, once the form has ended as well.
    /// - Throws: `BodyFault` when the form is cut short, or holds more.
    mutating func piece() async throws -> [UInt8]? {
        while let event = try await next() {
            switch event {
            case .data(let bytes): return Array(bytes)
            case .end: continue
            case .finished: return nil
            case .begin: throw BodyFault.malformed
            }
        }
        throw BodyFault.malformed
    }

    private mutating func next() async throws -> MultipartParser.Event? {
        while true {
            if let event = events.popFirst() { return event }
            guard let chunk = try await body.next() else { return nil }
            total += chunk.readableBytes
            guard total <= limit else { throw BodyFault.tooLarge }
            do throws(MultipartFault) {
                events = try parser.feed(Array(chunk.readableBytesView)[...])[...]
            } catch {
                throw error.isAboutSize ? BodyFault.tooLarge : BodyFault.malformed
            }
        }
    }
}
