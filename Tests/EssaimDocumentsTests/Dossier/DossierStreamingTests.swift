import Testing

@testable import EssaimDocuments

@Suite struct DossierStreamingTests {
    private enum Event: Equatable { case asked(Int), passed(Int) }

    @Test func `an image is asked for when the one before it has left, and is passed on without a copy of the rest`()
        throws
    {
        let file = JPEGSample(width: 64, height: 48, padding: 500_000).bytes
        var events: [Event] = []
        _ = try DossierSamples.with(20).write(
            jpeg: {
                events.append(.asked($0))
                return file
            }, to: { events.append(.passed($0.count)) })
        var waiting: Int?
        for event in events {
            switch event {
            case .asked(let index):
                #expect(waiting == nil, "image \(index) was asked for before the last one left")
                waiting = file.count
            case .passed(let count):
                if count == file.count { waiting = nil }
                // Everything that is no image, pages and fonts together, is small.
                #expect(count == file.count || count < 200_000)
            }
        }
        #expect(events.filter { $0 == .passed(file.count) }.count == 20)
        #expect(events.compactMap { if case .asked(let index) = $0 { index } else { nil } } == Array(0..<20))
    }

    @Test func `step by step or at once, the bytes are the same`() throws {
        let files = DossierSamples.files
        var writer = try DossierWriter(DossierSamples.answered)
        var bytes: [UInt8] = []
        for (index, file) in files.enumerated() {
            try writer.add(file)
            if index % 2 == 0 { bytes += writer.take().joined() }
        }
        try writer.finish()
        bytes += writer.take().joined()
        #expect(try DossierSamples.answered.document(files).bytes == bytes)
        #expect(PDFReading.hasSoundTable(bytes))
        #expect(writer.take().isEmpty)
    }

    @Test func `too few images, or too many, make no document`() throws {
        let file = JPEGSample(width: 8, height: 8).bytes
        var writer = try DossierWriter(DossierSamples.with(2))
        try writer.add(file)
        #expect(throws: DocumentError.images(1, of: 2)) { try writer.finish() }
        try writer.add(file)
        #expect(throws: DocumentError.images(3, of: 2)) { try writer.add(file) }
        #expect(throws: Never.self) { try writer.finish() }
    }

    private struct Stop: Error {}

    @Test func `what the caller throws ends the writing`() {
        let dossier = DossierSamples.with(2)
        var asked: [Int] = []
        #expect(throws: Stop.self) {
            try dossier.write(
                jpeg: {
                    asked.append($0)
                    throw Stop()
                }, to: { _ in })
        }
        #expect(asked == [0])
        #expect(throws: Stop.self) { try dossier.write(jpeg: { _ in [] }, to: { _ in throw Stop() }) }
    }

    @Test func `a dossier of thousands of pages is refused before a byte leaves`() {
        var dossier = DossierSamples.with(0)
        dossier.context = String(repeating: "a\n", count: 130_000)
        var hasPassed = false
        #expect {
            try dossier.write(jpeg: { _ in [] }, to: { _ in hasPassed = true })
        } throws: { error in
            guard case .tooManyPages(let count) = error as? DocumentError else { return false }
            return count > 2000
        }
        #expect(!hasPassed)
        #expect(throws: DocumentError.tooManyPages(2003)) { try DossierWriter(DossierSamples.with(2000)) }
    }

    @Test func `a file that its table cannot count is refused`() throws {
        var objects = PDFObjects(startingAt: 9_999_999_990)
        let catalog = objects.add("<<>>")
        #expect {
            try objects.finish(catalog: catalog, information: catalog)
        } throws: { error in
            guard case .tooManyBytes = error as? DocumentError else { return false }
            return true
        }
    }
}
