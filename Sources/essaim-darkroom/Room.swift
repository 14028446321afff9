import CDarkroom
import EssaimFormats

/// What the process may still do while it looks into a file.
enum Room {
    /// Photographs and texts are read in this very process: it computes, and nothing else.
    case pictures
    /// Documents are read by programs of the distribution, by their paths: these are started, and nothing else.
    case programs([String])

    init(for kind: ContentKind) {
        switch kind {
        case .pdf: self = .programs(PDFDeveloper.programs)
        case .dicom: self = .programs(DICOMDeveloper.programs)
        default: self = .pictures
        }
    }

    /// Gives up all that is not needed. nil when what is compulsory cannot be had: nothing is to be read then.
    /// - Parameter seconds: of the clock and of the processor, then the process ends.
    func close(within seconds: UInt32) -> darkroom_fences? {
        var fences = darkroom_fences()
        guard darkroom_enclose(seconds, &fences) == 0 else { return nil }
        switch self {
        case .pictures:
            guard darkroom_pictures_begin() == 0, darkroom_seal(DARKROOM_PICTURES, nil, &fences) == 0
            else { return nil }
        case .programs(let paths):
            let sealed = CStrings.with(paths) { darkroom_seal(DARKROOM_PROGRAMS, $0, &fences) }
            guard sealed == 0 else { return nil }
        }
        return fences
    }
}
