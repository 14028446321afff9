import CCurl
import Foundation

/// One signed call to an object storage over libcurl, on the calling thread. The signature is libcurl's own: AWS version 4
/// over the method, the path, the query, each header and the body's SHA-256.
struct ObjectExchange {
    private let call: ObjectCall
    private let place: ObjectPlace
    private let authorities: String?

    /// SHA-256 of nothing, the digest of a call without a body.
    private static let nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    init(_ call: ObjectCall, at place: ObjectPlace, authorities: String?) {
        self.call = call
        self.place = place
        self.authorities = authorities
    }

    func perform(_ watch: Watch) throws(OutgoingFault) -> ObjectOutcome {
        let left = call.deadline - .now
        guard left > .zero else { throw .timedOut }
        let line = try Line(
            .init(
                protocols: place.isPlain ? "http" : "https", timeout: left, answerLimit: call.answerLimit,
                reach: place.isPlain ? .thisMachine : .anywhere, authorities: authorities),
            watch)
        try line.set(SplitAddress(address))
        try line.set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1)
        try line.set(CURLOPT_USERAGENT, "essaim")
        try line.set(CURLOPT_AWS_SIGV4, "aws:amz:\(place.region):s3")
        try line.set(CURLOPT_USERNAME, place.accessKey.text)
        try line.set(CURLOPT_PASSWORD, place.secretKey.text)
        // Less than a byte a second for so long.
        try line.set(CURLOPT_LOW_SPEED_LIMIT, 1)
        try line.set(CURLOPT_LOW_SPEED_TIME, max(1, Int(call.stall.components.seconds)))
        guard try prepare(line) else { return .fileUnreadable }
        do throws(OutgoingFault) {
            try line.perform()
        } catch {
            if line.sourceFailed { return .fileUnreadable }
            throw error
        }
        return .answered(
            ObjectAnswer(
                status: line.replyCode, etag: line.header("ETag"), contentLength: line.header("Content-Length"),
                contentRange: line.header("Content-Range"), body: line.answer))
    }

    private var address: String {
        let base = "\(place.address)\(call.key.map { "/\($0.text)" } ?? "")"
        if case .list(let query) = call.action { return "\(base)?\(query)" }
        return base
    }

    /// False when there is no such file to send.
    private func prepare(_ line: Line) throws(OutgoingFault) -> Bool {
        // `Expect` stays libcurl's: it would sign the line that takes it away, and a refusal comes before a long body.
        var headers: [String] = []
        var digest = Self.nothing
        switch call.action {
        case .read(let range):
            try line.set(CURLOPT_HTTPGET, 1)
            headers.append("Range: bytes=\(range.lowerBound)-\(range.upperBound)")
        case .list:
            try line.set(CURLOPT_HTTPGET, 1)
        case .measure:
            try line.set(CURLOPT_NOBODY, 1)
        case .remove:
            try line.set(CURLOPT_CUSTOMREQUEST, "DELETE")
        case .put(let path, let byteCount, let sha256):
            guard let file = FileHandle(forReadingAtPath: path), let length = try? file.seekToEnd(),
                length == UInt64(byteCount), (try? file.seek(toOffset: 0)) != nil
            else { return false }
            digest = sha256.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            headers.append("Content-Type: application/octet-stream")
            try line.set(CURLOPT_UPLOAD, 1)
            try line.set(CURLOPT_INFILESIZE_LARGE, size: byteCount)
            line.send(.file(file), byteCount: byteCount)
        }
        headers.append("x-amz-content-sha256: \(digest)")
        try line.set(CURLOPT_HTTPHEADER, headers)
        return true
    }
}
