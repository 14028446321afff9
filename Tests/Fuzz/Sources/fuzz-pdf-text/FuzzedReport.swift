import EssaimDocuments
import Fuzzing

/// A report whose texts are the input's lines, dealt out over its fields.
struct FuzzedReport {
    private let report: ConsultationReport
    private let isTwice: Bool

    init(_ reader: inout InputReader) {
        let choice = reader.byte()
        isTwice = choice & 2 == 0
        let moment = reader.bytes(8).reduce(Int64(0)) { $0 << 8 | Int64($1) }
        let lines = reader.remainder().split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
        var next = Int(choice >> 4)
        func text() -> String {
            next += 1
            return lines.isEmpty ? "" : lines[next % lines.count]
        }
        func person() -> ConsultationReport.Professional {
            .init(name: text(), profession: text(), rpps: text(), structure: text(), commune: text())
        }
        report = ConsultationReport(
            network: .init(name: text(), contact: text(), letterhead: choice & 1 == 0 ? [] : [text(), text()]),
            demand: text(), version: 1 + Int(choice & 1), replaces: choice & 1 == 0 ? nil : 1, issuedAt: text(),
            issuedAtMilliseconds: moment,
            patient: .init(
                birthName: text(), usedName: text(), givenName: text(), sex: text(), birthDate: text(),
                identityStatus: text()),
            requester: person(), experts: [person()], validatedBy: choice & 2 == 0 ? nil : person(),
            question: .init(
                text: text(), context: text(), form: [.init(label: text(), value: text())],
                attachments: [.init(name: text(), taken: text(), kind: text())]),
            answer: .init(at: text(), orientation: text(), text: text(), seeBefore: text()),
            course: .init(
                urgency: text(), sentAt: text(), takenAt: text(),
                exchanges: choice & 4 == 0 ? [] : [.init(at: text(), author: text(), text: text())]),
            consent: text(), incidents: text(),
            errata: choice & 8 == 0 ? [] : [.init(at: text(), author: text(), text: text())],
            receipt: choice & 8 == 0 ? nil : .init(code: "ABC", lines: [text()]))
    }

    func check() {
        let bytes: [UInt8]
        do throws(DocumentError) {
            bytes = try report.rendered()
        } catch {
            return require(error == .receipt(.tall), "\(error)")
        }
        guard let file = PDFFile(bytes) else { return require(false, "no PDF") }
        require(!file.pages.isEmpty, "no page")
        for text in [report.question.text, report.answer.text, report.patient.birthName, report.requester.name] {
            file.requireText(text)
        }
        require(!isTwice || (try? report.rendered()) == bytes, "rendered twice, two files")
    }
}
