import EssaimDomain
import EssaimNetworkFiles
import Fuzzing

/// What holds for any text that comes as a network's file: it is a network, or it is told what is wrong, and where.
enum FileCheck {
    static func file(_ text: String) {
        switch NetworkFile.check(text, forms: ["dermatologie"]) {
        case .success(let checked):
            for warning in checked.warnings { told(warning, text) }
            written(checked.declaration)
            require(
                (try? NetworkFile.read(text, forms: ["dermatologie"]).get()) == checked.network,
                "read twice, two networks")
        case .failure(let faults):
            require(!faults.list.isEmpty && faults.french.count == faults.list.count, "refused for nothing")
            for fault in faults.list { told(fault, text) }
            let lines = faults.list.map { $0.line ?? 0 }
            require(lines == lines.sorted(), "faults out of order")
        }
    }

    /// What is wrong stands on a line of the text, and is told in a few visible words.
    private static func told(_ fault: NetworkFileFault, _ text: String) {
        if let line = fault.line { require((1...linesOf(text)).contains(line), "line \(line) of \(linesOf(text))") }
        require((fault.column ?? 1) >= 1 && (fault.column == nil || fault.line != nil), "no such column")
        let message = fault.message.unicodeScalars
        require((5...2_000).contains(message.count), "a message of \(message.count) characters")
        let hidden = message.first {
            $0 != "\u{A0}" && [.control, .format, .lineSeparator].contains($0.properties.generalCategory)
        }
        require(hidden == nil, "a message that hides something")
        if fault.message.hasPrefix("un caractère invisible"), let line = fault.line {
            let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(\.unicodeScalars)
            // A character that ends a line for Swift and none for YAML is unwanted too.
            let isThere =
                lines.count >= line
                && (lines[line - 1].contains(where: isUnwanted) || text.contains(where: \.isOddNewline))
            require(isThere, "no such character on line \(line)")
        }
    }

    /// What YAML 1.1 does not take, §5.1.
    private static func isUnwanted(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...: false
        default: true
        }
    }

    /// Whatever ends a line in YAML 1.1; a file's end is on a line too.
    private static func linesOf(_ text: String) -> Int {
        var count = 1
        var before: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if "\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains(scalar) || (scalar == "\n" && before != "\r") {
                count += 1
            }
            before = scalar
        }
        return count + 1
    }

    /// What reads, written again, reads the same, and writes the same.
    private static func written(_ declaration: NetworkDeclaration) {
        let file = NetworkFile.write(declaration)
        guard case .success(let again) = NetworkFile.check(file, forms: ["dermatologie"]) else {
            return require(false, "what we write we do not read")
        }
        require(again.declaration == declaration, "written again it is another network")
        require(NetworkFile.write(again.declaration) == file, "written again it is another file")
        require(NetworkDifference(between: declaration.network, and: again.network).isEmpty, "a difference of nothing")
        require(
            !file.utf8.contains { $0 < 0x20 && $0 != 0x0A || $0 == UInt8(ascii: "*") },
            "a sign that files of ours never hold")
    }
}

extension Character {
    /// A line tabulation, or a form feed.
    fileprivate var isOddNewline: Bool { self == "\u{B}" || self == "\u{C}" }
}
