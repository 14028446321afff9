import Assets

/// The drawings that stand for photographs: made by a program, of nobody.
enum Picture: Sendable {
    case lesionCentered, lesionWide, plaqueCentered, plaqueWide

    /// A JPEG of 640 × 480.
    var bytes: [UInt8] {
        switch self {
        case .lesionCentered: Self.copy(essaim_demo_lesion_centered(), essaim_demo_lesion_centered_count())
        case .lesionWide: Self.copy(essaim_demo_lesion_wide(), essaim_demo_lesion_wide_count())
        case .plaqueCentered: Self.copy(essaim_demo_plaque_centered(), essaim_demo_plaque_centered_count())
        case .plaqueWide: Self.copy(essaim_demo_plaque_wide(), essaim_demo_plaque_wide_count())
        }
    }

    private static func copy(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
        Array(UnsafeBufferPointer(start: start, count: count))
    }
}
