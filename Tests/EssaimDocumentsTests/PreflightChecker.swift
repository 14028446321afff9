import Foundation

/// Apache PDFBox Preflight, which says whether a file is PDF/A-1b.
enum PreflightChecker {
    private static let jars = ["preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging"]
        .map { "/usr/share/java/\($0).jar" }

    /// One verdict a file, in order: `valid`, or `invalid` and the reasons.
    static func verdicts(of files: [[UInt8]]) throws -> [String] {
        for jar in jars where !FileManager.default.fileExists(atPath: jar) {
            throw Tool.Failure(description: "The PDF/A check needs \(jar): install libpdfbox2-java.")
        }
        return try withFolder { folder in
            let classPath = (jars + [folder.path]).joined(separator: ":")
            let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
                "Preflight")
            _ = try Tool(name: "javac", packages: "default-jdk-headless").run(
                ["-cp", classPath, "-d", folder.path]
                    + [
                        "Preflight.java", "javax/activation/DataSource.java", "javax/activation/FileDataSource.java",
                        "javax/xml/bind/DatatypeConverter.java",
                    ].map { sources.appendingPathComponent($0).path })
            let paths = try files.enumerated().map { index, bytes in
                let file = folder.appendingPathComponent("\(index).pdf")
                try Data(bytes).write(to: file)
                return file.path
            }
            let said = try Tool(name: "java", packages: "default-jdk-headless").run(
                ["-cp", classPath, "Preflight"] + paths)
            return said.split(separator: "\n").map(String.init)
        }
    }
}
