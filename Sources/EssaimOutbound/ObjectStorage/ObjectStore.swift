/// An S3-compatible object storage, through the one door out. Time, memory and answers are bounded; nothing is kept between
/// two calls. What failed for now is tried again (``ObjectPatience``).
///
/// Written against the S3 API reference (docs.aws.amazon.com/AmazonS3/latest/API): PutObject, GetObject, HeadObject,
/// DeleteObject, ListObjectsV2.
public struct ObjectStore: Sendable {
    /// Where, for the operator: without keys.
    public let place: ObjectPlace
    private let door: OutgoingDoor
    private let patience: ObjectPatience
    /// An answer without an object: an error, in XML.
    private static let shortAnswer = 64 << 10

    public init(_ place: ObjectPlace, through door: OutgoingDoor, patience: ObjectPatience = ObjectPatience()) {
        self.place = place
        self.door = door
        self.patience = patience
    }

    /// Puts a file; it streams from the disk. On return the storage has answered 200 with the object's ETag, which S3 gives
    /// once an object is durable and seen by every reader. The digest is signed with the call: a storage refuses other
    /// bytes. (The ETag is not compared: it is the body's MD5 with some storages and some encryptions only.)
    /// - Parameters:
    ///   - path: of a file that nobody changes meanwhile.
    ///   - byteCount: its length.
    ///   - digest: its SHA-256, 32 bytes.
    public func put(
        _ path: String, byteCount: Int, digest: [UInt8], as key: ObjectKey
    ) async throws(ObjectFault) {
        guard digest.count == 32, byteCount >= 0 else { throw .failed("The file has no digest") }
        let answer = try await insist(
            .put(path: path, byteCount: byteCount, digest: digest), key, carrying: byteCount,
            answerLimit: Self.shortAnswer)
        guard answer.status == 200, let etag = answer.etag, etag.utf8.count > 2, etag.hasPrefix("\""),
            etag.hasSuffix("\"")
        else { throw .failed("The object was not acknowledged with an ETag") }
    }

    /// Bytes of an object, held in memory: at most the range's length. A range that reaches past the end is cut there, one
    /// that begins past it is empty.
    public func bytes(of key: ObjectKey, _ range: Range<Int>) async throws(ObjectFault) -> [UInt8] {
        guard range.lowerBound >= 0 else { throw .failed("A range begins before the object") }
        guard !range.isEmpty else {
            _ = try await size(of: key)
            return []
        }
        let wanted = range.lowerBound...(range.upperBound - 1)
        let answer: ObjectAnswer
        do throws(ObjectFault) {
            answer = try await insist(
                .read(wanted), key, carrying: range.count, answerLimit: max(range.count, Self.shortAnswer))
        } catch .refused(status: 416, _) {
            return []
        }
        // RFC 9110 §14.4; a storage that ignores the range answers 200 with the whole object.
        guard answer.status == 206, let given = ContentRange(answer.contentRange) else {
            throw .failed("The range was not honoured")
        }
        guard given.bytes.lowerBound == wanted.lowerBound, given.bytes.count == answer.body.count,
            given.bytes.upperBound == min(wanted.upperBound, given.whole - 1)
        else { throw .failed("Another range was answered") }
        return answer.body
    }

    /// The length of an object, in bytes. A bucket that is not there is `absent` too: this answer has no words.
    public func size(of key: ObjectKey) async throws(ObjectFault) -> Int {
        let answer = try await insist(.measure, key, carrying: 0, answerLimit: Self.shortAnswer)
        guard answer.status == 200, let size = answer.contentLength.flatMap({ Int($0) }), size >= 0 else {
            throw .failed("The object's length was not answered")
        }
        return size
    }

    /// Removes an object; nothing when there is none.
    public func remove(_ key: ObjectKey) async throws(ObjectFault) {
        do throws(ObjectFault) {
            _ = try await insist(.remove, key, carrying: 0, answerLimit: Self.shortAnswer)
        } catch .absent {}
    }

    /// Objects in ascending order of key, byte by byte.
    /// - Parameters:
    ///   - prefix: what their keys begin with; empty for all.
    ///   - previous: a key, or any text, that they come after.
    ///   - limit: 1 to 1,000.
    public func list(
        prefix: String, after previous: String? = nil, limit: Int = 1000
    ) async throws(ObjectFault) -> ObjectPage {
        let limit = min(max(limit, 1), 1000)
        var query = "list-type=2&max-keys=\(limit)&prefix=\(ObjectKey.encoded(prefix))"
        if let previous { query += "&start-after=\(ObjectKey.encoded(previous))" }
        let answer = try await insist(.list(query: query), nil, carrying: 0, answerLimit: ObjectPage.longestAnswer)
        return try ObjectPage(answer.body, limit: limit)
    }

    private func insist(
        _ action: ObjectCall.Action, _ key: ObjectKey?, carrying byteCount: Int, answerLimit: Int
    ) async throws(ObjectFault) -> ObjectAnswer {
        let call = ObjectCall(
            action: action, key: key, deadline: .now + patience.limit(carrying: byteCount), stall: patience.stall,
            answerLimit: answerLimit)
        var tried = 0
        while true {
            tried += 1
            let fault: ObjectFault
            do throws(ObjectFault) {
                return try await perform(call)
            } catch {
                fault = error
            }
            let next = ContinuousClock.now + patience.pause(after: tried)
            guard case .away = fault, tried < patience.tries, next < call.deadline else { throw fault }
            do {
                try await Task.sleep(until: next, clock: .continuous)
            } catch {
                throw .failed("Cancelled")
            }
        }
    }

    private func perform(_ call: ObjectCall) async throws(ObjectFault) -> ObjectAnswer {
        let outcome: ObjectOutcome
        do throws(OutgoingFault) {
            outcome = try await door.exchange(call, at: place)
        } catch {
            throw ObjectFault(error)
        }
        guard case .answered(let answer) = outcome else { throw .failed("The file to send cannot be read") }
        if let fault = ObjectFault(answer) { throw fault }
        return answer
    }
}
