import EssaimFormats
import EssaimWorkflow
import Fuzzing

@testable import EssaimMedia

/// What came from the other side of the wall, and what the server made of it.
struct Writing {
    private static let kinds: [ContentKind] = [.jpeg, .png, .heic, .webp, .tiff, .pdf, .dicom, .text]

    let kind: ContentKind
    let isForPrint: Bool
    let cuts: [UInt8]
    let bytes: [UInt8]

    init(_ reader: inout InputReader) {
        let choice = reader.byte()
        kind = Self.kinds[Int(choice & 7)]
        isForPrint = choice & 8 != 0
        cuts = reader.bytes(4)
        bytes = reader.remainder()
    }

    struct Reading: Equatable {
        var bytes: [UInt8] = []
        var sections: [String] = []
        var isNonsense = false
        var outcome: Result<DevelopedFile, FileRefusal>?
    }

    func check() async {
        let whole = await read([bytes])
        var decisions = InputReader(cuts + cuts + cuts + cuts)
        let cut = await read(decisions.pieces(of: bytes))
        require(whole.isNonsense == cut.isNonsense, "the cuts made sense of nonsense")
        // What came before the nonsense is handed on or not, as it was cut; the caller keeps nothing of it.
        require(whole.isNonsense || whole == cut, "the cuts changed what was read")
        checkFrames()
        guard case .success(let file) = whole.outcome, !whole.isNonsense else { return }
        require(whole.sections.last?.hasPrefix(isForPrint ? "screen" : "full") == true, "no file at the end")
        require(!whole.bytes.isEmpty && !file.mediaType.isEmpty && (1...40).contains(file.pages), "no such file")
        require(isForPrint || kind != .jpeg || file.mediaType == "image/jpeg", "a photo became something else")
    }

    private func read(_ pieces: [[UInt8]]) async -> Reading {
        let development = Development(kind, isForPrint: isForPrint)
        var reading = Reading()
        do throws(DarkroomFrameReader.Nonsense) {
            for piece in pieces {
                for made in try await development.take(piece) {
                    switch made {
                    case .section(let role, let page, let type, let width, let height):
                        require(width <= 20_000 && height <= 20_000, "a picture that large")
                        reading.sections.append("\(role) \(page) \(type) \(width) \(height)")
                    case .bytes(let bytes):
                        require(!bytes.isEmpty && !reading.sections.isEmpty, "bytes of nothing")
                        reading.bytes += bytes
                    }
                }
            }
            reading.outcome = await development.outcome
        } catch {
            reading.isNonsense = true
        }
        return reading
    }

    /// A frame that is read is one that can be written, and reads the same.
    private func checkFrames() {
        var reader = DarkroomFrameReader()
        guard let frames = try? reader.take(bytes) else { return }
        var again = DarkroomFrameReader()
        require((try? again.take(frames.flatMap(\.encoded))) == frames && again.isAtEdge, "frames that change")
    }
}
