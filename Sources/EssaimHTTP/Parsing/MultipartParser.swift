/// A streaming reader of `multipart/form-data` (RFC 7578, RFC 2046 §5.1.1): bytes are fed as they come, events come
/// out.
///
/// A value that holds no more than one part's header (at most `limits.headerBytes`): content passes through as slices
/// of what was fed. The boundary cannot hold a CR, so in `CRLF -- boundary` a match can only start anew at a CR, and
/// what was matched when the input ran out is always a prefix of the delimiter: nothing else has to be kept.
///
/// Strict where lenience would let two readers differ: no preamble, no epilogue, no padding after a boundary, CRLF
/// only.
public struct MultipartParser: Sendable {
    public enum Event: Sendable, Equatable {
        case begin(MultipartPart)
        /// Content of the part begun last; in pieces of any size, never empty.
        case data(ArraySlice<UInt8>)
        case end
        /// The closing boundary was read. Nothing follows.
        case finished
    }

    private enum State: Sendable {
        /// Before the first boundary: `matched` bytes of the delimiter seen, of which the CRLF may be left out; nil when
        /// nothing came.
        case opening(matched: Int?)
        /// After a boundary: `-` or CR seen, or nothing yet.
        case boundary(seen: UInt8?)
        case header
        /// At the first bytes of a part's content: `matched` bytes of the delimiter seen, its CRLF taken for granted.
        case start(matched: Int)
        case body(matched: Int)
        /// After the closing boundary: one CRLF may come, of which `seen` bytes have.
        case closed(seen: Int)
        case failed(MultipartFault)
    }

    private let delimiter: [UInt8]
    private let limits: MultipartLimits
    private var state = State.opening(matched: nil)
    private var header = MultipartHeader()
    private var line: [UInt8] = []
    private var headerBytes = 0
    private var parts = 0
    private var part = MultipartPart(name: "")
    private var partBytes = 0

    /// A reader for the body announced by this `Content-Type`.
    public init(contentType: String, limits: MultipartLimits = MultipartLimits()) throws(MultipartFault) {
        delimiter = try MultipartBoundary.delimiter(contentType)
        self.limits = limits
    }

    /// Takes the next bytes of the body and returns what they complete. The same bytes give the same events however
    /// they are cut, but for where `data` is cut.
    public mutating func feed(_ chunk: ArraySlice<UInt8>) throws(MultipartFault) -> [Event] {
        do {
            var events: [Event] = []
            var rest = chunk
            while !rest.isEmpty { try step(&rest, &events) }
            return events
        } catch {
            state = .failed(error)
            throw error
        }
    }

    public mutating func feed(_ chunk: [UInt8]) throws(MultipartFault) -> [Event] { try feed(chunk[...]) }

    /// To be called when the body has ended: throws `truncated` unless the closing boundary came.
    public mutating func finish() throws(MultipartFault) {
        switch state {
        case .closed(seen: 0), .closed(seen: 2): return
        case .failed(let fault): throw fault
        default:
            state = .failed(.truncated)
            throw .truncated
        }
    }

    private mutating func step(_ rest: inout ArraySlice<UInt8>, _ events: inout [Event]) throws(MultipartFault) {
        switch state {
        case .opening(let matched): try opening(rest.removeFirst(), matched)
        case .boundary(let seen): try boundary(rest.removeFirst(), seen, &events)
        case .header: try headerLine(&rest, &events)
        case .start(let matched): try start(&rest, matched, &events)
        case .body(let matched): try body(&rest, matched, &events)
        case .closed(let seen):
            guard seen < 2, rest.removeFirst() == [0x0D, 0x0A][seen] else { throw .badBoundary }
            state = .closed(seen: seen + 1)
        case .failed(let fault): throw fault
        }
    }

    private mutating func opening(_ byte: UInt8, _ seen: Int?) throws(MultipartFault) {
        let matched = seen ?? (byte == 0x0D ? 0 : 2)
        guard byte == delimiter[matched] else { throw .badBoundary }
        state = matched + 1 == delimiter.count ? .boundary(seen: nil) : .opening(matched: matched + 1)
    }

    private mutating func boundary(_ byte: UInt8, _ seen: UInt8?, _ events: inout [Event]) throws(MultipartFault) {
        switch (seen, byte) {
        case (nil, 0x0D), (nil, UInt8(ascii: "-")):
            state = .boundary(seen: byte)
        case (0x0D, 0x0A):
            guard parts < limits.parts else { throw .tooManyParts(limit: limits.parts) }
            parts += 1
            header = MultipartHeader()
            headerBytes = 0
            state = .header
        case (UInt8(ascii: "-"), UInt8(ascii: "-")):
            events.append(.finished)
            state = .closed(seen: 0)
        default:
            throw .badBoundary
        }
    }

    private mutating func headerLine(
        _ rest: inout ArraySlice<UInt8>, _ events: inout [Event]
    ) throws(MultipartFault) {
        let feed = rest.firstIndex(of: 0x0A)
        let end = feed.map { $0 + 1 } ?? rest.endIndex
        headerBytes += end - rest.startIndex
        guard headerBytes <= limits.headerBytes else { throw .headerTooLarge(limit: limits.headerBytes) }
        line += rest[..<end]
        rest = rest[end...]
        guard feed != nil else { return }
        guard line.suffix(2).first == 0x0D else { throw .badHeader }
        line.removeLast(2)
        if line.isEmpty {
            part = try header.part(limits: limits)
            partBytes = 0
            events.append(.begin(part))
            state = .start(matched: 2)
        } else {
            // For a reader that looks for boundaries only, the part would end here, whatever follows it.
            guard !line.starts(with: delimiter.dropFirst(2)) else { throw .badHeader }
            try header.add(line[...])
            line.removeAll(keepingCapacity: true)
        }
    }

    /// Content that begins like a boundary is refused: no line of a part may (RFC 2046 §5.1.1), and for a reader that takes
    /// the header's last line end for the delimiter's, the part would end here.
    private mutating func start(
        _ rest: inout ArraySlice<UInt8>, _ seen: Int, _ events: inout [Event]
    ) throws(MultipartFault) {
        var matched = seen
        while matched < delimiter.count, rest.first == delimiter[matched] {
            matched += 1
            rest = rest.dropFirst()
        }
        guard matched < delimiter.count else { throw .badBoundary }
        guard !rest.isEmpty else { return state = .start(matched: matched) }
        if matched > 2 { try content(delimiter[2..<matched], &events) }
        state = .body(matched: 0)
    }

    /// Content up to the delimiter, the end of the chunk, or a delimiter begun there. `carried` bytes of a delimiter
    /// were matched at the end of the chunk before; if it breaks off, they were content.
    private mutating func body(
        _ rest: inout ArraySlice<UInt8>, _ carried: Int, _ events: inout [Event]
    ) throws(MultipartFault) {
        var carried = carried
        var matched = carried
        var index = rest.startIndex
        while index < rest.endIndex, matched < delimiter.count {
            if rest[index] == delimiter[matched] {
                matched += 1
                index += 1
            } else if matched > 0 {
                if carried > 0 { try content(delimiter[..<carried], &events) }
                carried = 0
                matched = 0
            } else {
                index = rest[index...].firstIndex(of: 0x0D) ?? rest.endIndex
            }
        }
        let plain = rest[..<(index - (matched - carried))]
        if !plain.isEmpty { try content(plain, &events) }
        rest = rest[index...]
        if matched == delimiter.count {
            events.append(.end)
            state = .boundary(seen: nil)
        } else {
            state = .body(matched: matched)
        }
    }

    private mutating func content(_ bytes: ArraySlice<UInt8>, _ events: inout [Event]) throws(MultipartFault) {
        partBytes += bytes.count
        let isFile = part.filename != nil
        let limit = isFile ? limits.fileBytes : limits.fieldBytes
        guard partBytes <= limit else { throw .partTooLarge(name: part.name, isFile: isFile, limit: limit) }
        events.append(.data(bytes))
    }
}
