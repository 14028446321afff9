import EssaimFormats
import Foundation
import Testing

/// What a PDF takes of a PNG picture, and what is refused for its reason. The pictures are of 4 × 3 pixels.
@Suite struct OpaquePNGTests {
    static let colour =
        "iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAIAAAA7ljmRAAAAEElEQVR42mPgzsuDIwacHADOqQrVBF1wagAAAABJRU5ErkJg"
        + "gg=="
    static let grey = "iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAAAAACRn/EaAAAADklEQVR42mPgBAIGOAEAAzkAbQb2ElIAAAAASUVORK5CYII="
    static let palette =
        "iVBORw0KGgoAAAANSUhEUgAAAAQAAAADAgMAAADJmkZVAAAADFBMVEULbm7///8AAAAJCQnTCmKaAAAADElEQVR42mOQZgBC"
        + "AAD5AFIeKyarAAAAAElFTkSuQmCC"

    private func bytes(_ base64: String) throws -> [UInt8] { Array(try #require(Data(base64Encoded: base64))) }

    @Test(arguments: [(colour, 8, 3, 0), (grey, 8, 1, 0), (palette, 2, 1, 12)])
    func `its header, its palette and its rows are read`(picture: String, depth: Int, samples: Int, palette: Int) throws
    {
        let png = try OpaquePNG(bytes(picture))
        #expect(png.width == 4 && png.height == 3 && png.depth == depth && png.samples == samples)
        #expect(png.palette?.count ?? 0 == palette)
        #expect(!png.packed.isEmpty)
    }

    @Test(arguments: [
        // A channel for it, or one colour that stands for it.
        (
            "iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAYAAAC09K7GAAAAEUlEQVR42mPg5ORsQMYMBAUAsRsHReqXvV8AAAAASUVORK5C"
                + "YII=",
            OpaquePNG.Fault.transparent
        ),
        (
            "iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAIAAAA7ljmRAAAABnRSTlMAAAAAAABupgeRAAAAEElEQVR42mPgzsuDIwacHADO"
                + "qQrVBF1wagAAAABJRU5ErkJggg==",
            .transparent
        ),
        (
            "iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAIAAAFMkQkHAAAAEElEQVR42mPgzsuDIwacHADOqQrVBF1wagAAAABJRU5ErkJg"
                + "gg==",
            .interlaced
        ),
        (
            "iVBORw0KGgoAAAANSUhEUgAAAAQAAAADEAIAAABrBuXSAAAAD0lEQVR42mPgxAEYSJYAAF83AonxCpMDAAAAAElFTkSuQmCC",
            .deep
        ),
        (
            "iVBORw0KGgoAAAANSUhEUgAAB9EAAAABAQAAAABBRGPuAAAADElEQVR42mNgGLkAAAD8AAEy0wUiAAAAAElFTkSuQmCC",
            .large
        ),
        // A row is missing, one is too many, one has a filter that does not exist.
        (
            "iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAIAAAA7ljmRAAAAEElEQVR42mPgzsuDIwZkDgBa2gc5ZVXXoAAAAABJRU5ErkJg"
                + "gg==",
            .unreadable
        ),
        (
            "iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAIAAAA7ljmRAAAAEElEQVR42mPgzsuDIwbiOABxcw5xVO/Q4wAAAABJRU5ErkJg"
                + "gg==",
            .unreadable
        ),
        (
            "iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAIAAAA7ljmRAAAAEElEQVR42mPlzsuDIwacHADPbAraphXtJgAAAABJRU5ErkJg"
                + "gg==",
            .unreadable
        ),
        ("", .unreadable), ("iVBORw0KGgo=", .unreadable), ("aGVsbG8=", .unreadable),
    ])
    func `what a report cannot hold is refused for its reason`(picture: String, fault: OpaquePNG.Fault) throws {
        let bytes = try bytes(picture)
        #expect(throws: fault) { _ = try OpaquePNG(bytes) }
    }

    @Test func `no byte of it can be another without being noticed, but in what is not read`() throws {
        let sound = try bytes(Self.colour)
        for place in sound.indices {
            var changed = sound
            changed[place] ^= 0x04
            #expect(throws: OpaquePNG.Fault.self, "at \(place)") { _ = try OpaquePNG(changed) }
        }
    }
}
