import EssaimHTTP
import Fuzzing

/// What the parser made of a body that came in these pieces.
struct Reading {
    struct Part: Equatable {
        var part: MultipartPart
        var bytes: [UInt8] = []
        var isEnded = false
    }

    enum Outcome: Equatable {
        case read([Part])
        case refused(MultipartFault)
    }

    let outcome: Outcome

    init(_ boundary: String, _ limits: MultipartLimits, _ pieces: [[UInt8]]) {
        let type = "multipart/form-data; boundary=\"\(boundary)\""
        guard var parser = try? MultipartParser(contentType: type, limits: limits) else {
            fatalError("no such boundary")
        }
        outcome = Self.read(pieces, &parser)
        guard case .refused(let fault) = outcome else { return }
        for more in [Array("--\(boundary)--\r\n".utf8), [0x0D]] {
            require(Self.fault { () throws(MultipartFault) in _ = try parser.feed(more) } == fault, "it went on")
        }
        require(Self.fault { () throws(MultipartFault) in try parser.finish() } == fault, "it was forgiven")
    }

    private static func read(_ pieces: [[UInt8]], _ parser: inout MultipartParser) -> Outcome {
        var parts: [Part] = []
        var isFinished = false
        do throws(MultipartFault) {
            for piece in pieces {
                for event in try parser.feed(piece) { take(event, &parts, &isFinished) }
            }
            try parser.finish()
        } catch {
            return .refused(error)
        }
        require(isFinished, "an end without an end")
        return .read(parts)
    }

    private static func take(_ event: MultipartParser.Event, _ parts: inout [Part], _ isFinished: inout Bool) {
        require(!isFinished, "an event after the end")
        switch event {
        case .begin(let part):
            require(parts.last?.isEnded != false, "a part inside a part")
            parts.append(Part(part: part))
        case .data(let bytes):
            require(!bytes.isEmpty && parts.last?.isEnded == false, "content without a part")
            parts[parts.count - 1].bytes += bytes
        case .end:
            require(parts.last?.isEnded == false, "an end without a part")
            parts[parts.count - 1].isEnded = true
        case .finished:
            require(parts.last?.isEnded != false, "the end inside a part")
            isFinished = true
        }
    }

    private static func fault(_ body: () throws(MultipartFault) -> Void) -> MultipartFault? {
        do throws(MultipartFault) {
            try body()
            return nil
        } catch {
            return error
        }
    }
}
