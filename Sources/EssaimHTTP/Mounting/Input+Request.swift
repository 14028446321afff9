import EssaimGate
import HTTPTypes
import Hummingbird
import NIOCore

/// A body that could not be read.
struct BodyFault: Error {
    let status: Int
    static let tooLarge = BodyFault(status: 413)
    static let malformed = BodyFault(status: 400)
}

extension Input {
    /// Reads a request within its endpoint's limits: the query, then the body as a form or as files.
    /// - Parameter isKnown: someone is signed in; a stranger's files are not read.
    init(
        _ request: Request, _ context: DoorContext, for endpoint: Endpoint, isKnown: Bool
    ) async throws {
        var parameters: [String: String] = [:]
        for (name, value) in context.parameters { parameters[String(name)] = String(value) }
        guard let query = try? QueryString.parse(request.uri.query) else { throw BodyFault.malformed }
        self.init(
            parameters: parameters, query: query, path: request.uri.path,
            target: request.uri.path + (request.uri.query.map { "?\($0)" } ?? ""), isPost: endpoint.method == .post,
            isUpload: endpoint.takesFiles, client: context.client(of: request),
            isAutosave: request.headers[.autosave] == "1", isPrefetch: Self.isPrefetch(request))
        guard endpoint.method == .post, isKnown || !endpoint.takesFiles else { return }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > endpoint.bodyLimit {
            throw BodyFault.tooLarge
        }
        let type = request.headers[.contentType] ?? ""
        if endpoint.isForServers {
            text = try await Self.text(request.body, limit: endpoint.bodyLimit)
        } else if endpoint.takesFiles, type.lowercased().hasPrefix("multipart/form-data") {
            try await readMultipart(request.body, type, limit: endpoint.bodyLimit)
        } else if type.lowercased().hasPrefix("application/x-www-form-urlencoded") {
            form = try await Self.form(request.body, limit: endpoint.bodyLimit)
        } else if request.headers[.contentLength] ?? "0" != "0" {
            throw BodyFault.malformed
        }
    }

    /// A browser that loads ahead says so (Fetch, `Sec-Purpose`; older ones `Purpose`).
    private static func isPrefetch(_ request: Request) -> Bool {
        ["Sec-Purpose", "Purpose"].contains { name in
            HTTPField.Name(name).flatMap { request.headers[$0] }?.lowercased().contains("prefetch") == true
        }
    }

    private static func text(_ body: RequestBody, limit: Int) async throws -> String {
        guard let text = String(validating: try await bytes(body, limit: limit), as: UTF8.self) else {
            throw BodyFault.malformed
        }
        return text
    }

    private static func bytes(_ body: RequestBody, limit: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await chunk in body {
            guard bytes.count + chunk.readableBytes <= limit else { throw BodyFault.tooLarge }
            bytes.append(contentsOf: chunk.readableBytesView)
        }
        return bytes
    }

    private static func form(_ body: RequestBody, limit: Int) async throws -> FormFields {
        let bytes = try await bytes(body, limit: limit)
        do throws(FormFault) {
            return try FormURLEncoded.parse(bytes, limits: .init(bytes: limit))
        } catch {
            if case .tooLarge = error { throw BodyFault.tooLarge }
            throw BodyFault.malformed
        }
    }

    /// One part after the other as the bytes come; texts into the form, files whole.
    private mutating func readMultipart(_ body: RequestBody, _ type: String, limit: Int) async throws {
        guard var parser = try? MultipartParser(contentType: type, limits: MultipartLimits(parts: 50)) else {
            throw BodyFault.malformed
        }
        var total = 0
        var part: MultipartPart?
        var content: [UInt8] = []
        var isFinished = false
        for try await chunk in body {
            total += chunk.readableBytes
            guard total <= limit else { throw BodyFault.tooLarge }
            let events: [MultipartParser.Event]
            do throws(MultipartFault) {
                events = try parser.feed(Array(chunk.readableBytesView)[...])
            } catch {
                throw error.isAboutSize ? BodyFault.tooLarge : BodyFault.malformed
            }
            for event in events {
                switch event {
                case .begin(let begun): (part, content) = (begun, [])
                case .data(let bytes): content.append(contentsOf: bytes)
                case .end:
                    if let part { try keep(part, content) }
                    part = nil
                case .finished: isFinished = true
                }
            }
        }
        guard isFinished else { throw BodyFault.malformed }
    }

    private mutating func keep(_ part: MultipartPart, _ content: [UInt8]) throws {
        if let filename = part.filename {
            files.append(UploadedFile(field: part.name, name: filename.isEmpty ? nil : filename, bytes: content))
        } else {
            guard let text = String(validating: content, as: UTF8.self) else { throw BodyFault.malformed }
            form.append(part.name, text)
        }
    }
}

extension HTTPField.Name {
    // Both are valid field names: the initialiser refuses only characters outside RFC 9110's token.
    static let autosave = HTTPField.Name("X-Essaim-Autosave") ?? .te
    static let version = HTTPField.Name("X-Essaim-Version") ?? .te
}
