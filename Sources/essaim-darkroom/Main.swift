import CDarkroom
import EssaimFormats
import Glibc

/// Looks into one file and ends: the file on standard input, frames on standard output (`DarkroomFrame`).
///
/// `develop <kind> <seconds>` makes the clean file and its pictures; `print <kind> <seconds>` one picture for paper, each
/// within so many seconds; `capabilities` says what this machine gives to close the process in. Everything is given up before the first byte is read.
@main
enum Main {
    static func main() {
        let words = CommandLine.arguments
        switch (words.dropFirst().first, words.count) {
        case ("capabilities", 2): capabilities()
        case ("develop", 4): develop(ContentKind(rawValue: words[2]), within: UInt32(words[3]), forPrint: false)
        case ("print", 4): develop(ContentKind(rawValue: words[2]), within: UInt32(words[3]), forPrint: true)
        default: exit(EX_USAGE)
        }
    }

    private static func develop(_ kind: ContentKind?, within seconds: UInt32?, forPrint: Bool) {
        guard let kind, kind.isTaken, let seconds, (1...3600).contains(seconds) else { exit(EX_USAGE) }
        let room = Room(for: kind)
        guard room.close(within: seconds) != nil else { exit(EX_NOPERM) }
        do throws(MediaFault) {
            let bytes = try Input.read(upTo: kind == .text ? PlainText.limit : ImageLimits.standard.bytes)
            if forPrint {
                try PhotoDeveloper(kind: kind, bytes: bytes).print()
                return
            }
            switch kind {
            case .pdf: try PDFDeveloper(bytes: bytes).develop()
            case .dicom: try DICOMDeveloper(bytes: bytes).develop()
            case .text: try develop(text: bytes)
            default: try PhotoDeveloper(kind: kind, bytes: bytes).develop()
            }
        } catch {
            Output.write(.refused(error))
        }
    }

    private static func develop(text bytes: [UInt8]) throws(MediaFault) {
        guard !bytes.isEmpty else { throw .empty }
        let clean = try PlainText.clean(bytes)
        guard !clean.isEmpty else { throw .empty }
        Output.write(.section(.full, page: 1, .text, width: 0, height: 0), clean)
        Output.write(.developed(.text, width: 0, height: 0, pages: 1, capturedAt: nil))
    }

    private static func capabilities() {
        guard let fences = Room.programs([]).close(within: 20) else { exit(EX_NOPERM) }
        Output.write(
            text: "limits=\(fences.limits) seccomp=\(fences.seccomp) network=\(fences.network) user=\(fences.user) "
                + "landlock=\(fences.landlock)\n")
    }
}
