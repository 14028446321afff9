import EssaimFormats

@testable import FormatSamples

extension Writing {
    static var seeds: [[UInt8]] {
        let cuts: [UInt8] = [9, 60, 3, 5]
        let photo = JPEGSample().bytes
        let small: [DarkroomFrame] = [
            .section(.thumbnail, page: 1, .jpeg, width: 8, height: 8), .bytes(photo),
            .section(.screen, page: 1, .jpeg, width: 8, height: 8), .bytes(photo),
        ]
        let jpeg =
            small + [
                .section(.full, page: 1, .jpeg, width: 8, height: 8), .bytes(photo),
                .developed(.jpeg, width: 8, height: 8, pages: 1, capturedAt: "2026-03-14T09:05:00+01:00"),
            ]
        let pdf =
            small + [
                .section(.screen, page: 2, .jpeg, width: 8, height: 8), .bytes(photo),
                .section(.full, page: 1, .pdf, width: 10, height: 20), .bytes(Array("%PDF-1.7\n%%EOF".utf8)),
                .developed(.pdf, width: 10, height: 20, pages: 2, capturedAt: nil),
            ]
        let text: [DarkroomFrame] = [
            .section(.full, page: 1, .text, width: 0, height: 0), .bytes(Array("Bonjour".utf8)),
            .developed(.text, width: 0, height: 0, pages: 1, capturedAt: nil),
        ]
        let print: [DarkroomFrame] = [
            .section(.screen, page: 1, .jpeg, width: 8, height: 8), .bytes(photo),
            .developed(.jpeg, width: 8, height: 8, pages: 1, capturedAt: nil),
        ]
        let refused: [DarkroomFrame] = [.refused(.tooManyPixels(width: 65_500, height: 2, limits: .side(20_000)))]
        let cases: [(UInt8, [DarkroomFrame])] = [
            (0, jpeg), (5, pdf), (7, text), (8, print), (1, refused), (0, [.refused(.notDeveloped(.memory))]),
        ]
        return cases.map { [$0.0] + cuts + $0.1.flatMap(\.encoded) }
    }
}
