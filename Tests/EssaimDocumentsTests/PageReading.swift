import Foundation
import Testing

/// A page as a picture, and the pictures that stand in a file: what poppler says.
enum PageReading {
    private static let packages = "poppler-utils"

    struct Grey {
        let width: Int
        let values: [UInt8]
        func value(_ x: Int, _ y: Int) -> Int { Int(values[y * width + x]) }
    }

    static func grey(_ bytes: [UInt8], page: Int, dotsPerInch: Int) throws -> Grey {
        try withFolder { folder in
            let file = folder.appendingPathComponent("page.pdf")
            try Data(bytes).write(to: file)
            let picture = folder.appendingPathComponent("page")
            _ = try Tool(name: "pdftoppm", packages: packages).run(
                [
                    "-gray", "-r", "\(dotsPerInch)", "-f", "\(page)", "-l", "\(page)", "-singlefile", file.path,
                    picture.path,
                ])
            let data = [UInt8](try Data(contentsOf: folder.appendingPathComponent("page.pgm")))
            // "P5\n300 300\n255\n", then a byte a pixel.
            let head = data.prefix(32).split(separator: 0x0A, maxSplits: 3)
            let size = String(decoding: try #require(head.dropFirst().first), as: UTF8.self).split(separator: " ")
            let (width, height) = (try #require(Int(size[0])), try #require(Int(size[1])))
            return Grey(width: width, values: Array(data.suffix(width * height)))
        }
    }

    /// A picture in a file, as `pdfimages -list` has it.
    struct Listed: Equatable {
        var page: Int
        var width: Int
        var height: Int
        /// « gray », « rgb ».
        var colour: String
        /// « jpeg » for one that is there as it was.
        var encoding: String
        /// Pixels an inch on paper.
        var across: Int
        var down: Int
    }

    static func images(_ bytes: [UInt8]) throws -> [Listed] {
        try withFolder { folder in
            let file = folder.appendingPathComponent("file.pdf")
            try Data(bytes).write(to: file)
            let said = try Tool(name: "pdfimages", packages: packages).run(["-list", file.path])
            return try said.split(separator: "\n").dropFirst(2).map { line in
                let words = line.split(separator: " ").map(String.init)
                try #require(words.count >= 14)
                let numbers = try [0, 3, 4, 12, 13].map { try #require(Int(words[$0])) }
                return Listed(
                    page: numbers[0], width: numbers[1], height: numbers[2], colour: words[5], encoding: words[8],
                    across: numbers[3], down: numbers[4])
            }
        }
    }
}
