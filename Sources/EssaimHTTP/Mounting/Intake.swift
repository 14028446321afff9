import EssaimGate
import EssaimWorkflow
import HTTPTypes
import Hummingbird
import NIOCore

/// A body that could not be read.
struct BodyFault: Error {
    let status: Int
    static let tooLarge = BodyFault(status: 413)
    static let malformed = BodyFault(status: 400)
}

/// A request as its endpoint is given it, and the file that its body holds, not read yet.
struct Intake {
    var input: Input
    var source: FileSource?

    /// Reads a request within its endpoint's limits: the query, then the body as a form. A file is left unread: its endpoint
    /// reads it as it comes.
    /// - Parameters:
    ///   - client: the address that asks.
    ///   - isKnown: someone is signed in; a stranger's files are not read.
    init(
        _ request: Request, _ context: DoorContext, for endpoint: Endpoint, client: String, isKnown: Bool
    ) async throws {
        var parameters: [String: String] = [:]
        for (name, value) in context.parameters { parameters[String(name)] = String(value) }
        guard let query = try? QueryString.parse(request.uri.query) else { throw BodyFault.malformed }
        input = Input(
            parameters: parameters, query: query, path: request.uri.path,
            target: request.uri.path + (request.uri.query.map { "?\($0)" } ?? ""), isPost: endpoint.method == .post,
            isUpload: endpoint.takesFiles, client: client,
            device: DeviceWords.words(request.headers[.userAgent]), isAutosave: request.headers[.autosave] == "1",
            isPrefetch: Self.isPrefetch(request))
        input.range = request.headers[.range].flatMap(ByteRange.init(header:))
        guard endpoint.method != .get, isKnown || !endpoint.takesFiles else { return }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > endpoint.bodyLimit {
            throw BodyFault.tooLarge
        }
        let type = request.headers[.contentType] ?? ""
        if endpoint.method == .put {
            try readUpload(request)
        } else if endpoint.isForServers {
            input.text = try await Self.text(request.body, limit: endpoint.bodyLimit)
        } else if endpoint.takesFiles, type.lowercased().hasPrefix("multipart/form-data") {
            var reader = try MultipartReader(request.body, type, limit: endpoint.bodyLimit)
            input.form = try await reader.fields()
            if reader.file != nil { source = .form(reader) }
        } else if type.lowercased().hasPrefix("application/x-www-form-urlencoded") {
            input.form = try await Self.form(request.body, limit: endpoint.bodyLimit)
        } else if request.headers[.contentLength] ?? "0" != "0" {
            throw BodyFault.malformed
        }
    }

    /// A `PUT` says in headers what a form says in fields: the session's token, the slot, the file's name.
    private mutating func readUpload(_ request: Request) throws {
        let headers = request.headers
        guard
            let said = UploadHeaders(
                offset: headers[.uploadOffset], length: headers[.uploadLength], name: headers[.fileName])
        else { throw BodyFault.malformed }
        for (field, header) in [(FormSealName.csrf, HTTPField.Name.token), (FormSealName.slot, .slot)] {
            for value in request.headers[values: header] { input.form.append(field, value) }
        }
        input.body = IncomingBody(
            name: said.name, offset: said.offset, total: said.total, bytes: ByteStream([]))
        source = .body(request.body.makeAsyncIterator())
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
}

extension Intake {
    /// Runs `work` with the file within its reach, if there is one: read when it asks, and not after it has ended.
    consuming func reading<T: Sendable>(_ work: @escaping @Sendable (Input) async throws -> T) async throws -> T {
        var input = input
        guard let source else { return try await work(input) }
        let line = FileLine()
        if case .form(let reader) = source, let file = reader.file {
            input.file = IncomingFile(field: file.field, name: file.name, bytes: line.stream)
        } else if let body = input.body {
            input.body = IncomingBody(name: body.name, offset: body.offset, total: body.total, bytes: line.stream)
        }
        let ready = input
        return try await withThrowingTaskGroup(of: T?.self) { group in
            group.addTask {
                defer { line.close() }
                return try await work(ready)
            }
            await line.serve(source)
            guard let outcome = try await group.next(), let value = outcome else { throw BodyFault.malformed }
            return value
        }
    }
}

extension HTTPField.Name {
    // All are valid field names: the initialiser refuses only characters outside RFC 9110's token.
    static let autosave = HTTPField.Name("X-Essaim-Autosave") ?? .te
    static let version = HTTPField.Name("X-Essaim-Version") ?? .te
    static let token = HTTPField.Name("X-Essaim-Token") ?? .te
    static let slot = HTTPField.Name("X-Essaim-Slot") ?? .te
    static let fileName = HTTPField.Name("X-Essaim-Name") ?? .te
    static let uploadOffset = HTTPField.Name("Upload-Offset") ?? .te
    static let uploadLength = HTTPField.Name("Upload-Length") ?? .te
}
