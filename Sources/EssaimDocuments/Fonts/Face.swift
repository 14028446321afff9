import Assets

/// The two faces of our documents, built into the program.
enum Face: CaseIterable {
    case regular, bold

    /// The PostScript name of the face, which its subsets carry too.
    var postScriptName: String {
        switch self {
        case .regular: "DejaVuSans"
        case .bold: "DejaVuSans-Bold"
        }
    }

    /// The name under which page contents select the face.
    var resource: String {
        switch self {
        case .regular: "F1"
        case .bold: "F2"
        }
    }

    /// Thickness of the upright stems in thousandths of an em: PDF asks for it, no TrueType table tells it.
    var stem: Int {
        switch self {
        case .regular: 90
        case .bold: 155
        }
    }

    /// The whole font file, in the program's own constant memory: valid for ever, never copied.
    var file: UnsafeRawBufferPointer {
        switch self {
        case .regular: UnsafeRawBufferPointer(start: essaim_font_regular(), count: essaim_font_regular_count())
        case .bold: UnsafeRawBufferPointer(start: essaim_font_bold(), count: essaim_font_bold_count())
        }
    }
}
