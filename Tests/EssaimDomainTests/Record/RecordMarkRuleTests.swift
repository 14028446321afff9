import EssaimDomain
import EssaimTestSupport
import Foundation
import Testing

/// What a side may say of its own record, written by hand from decision 0043.
struct RecordMarkRuleTests {
    /// `f` filed, `s` sent to the DMP, `o` opposition: what is offered to a side that said nothing yet.
    static let table: [(state: RequestState, offered: String, against: String)] = [
        (.draft, "", ""), (.submitted, "o", ""), (.taken, "o", ""), (.awaitingInformation, "o", ""),
        (.answered, "fso", "f"), (.closed, "fso", "f"), (.declined, "fso", "f"), (.cancelled, "fso", "f"),
    ]

    private static func kinds(_ letters: String) -> Set<RecordMark.Kind> {
        Set(letters.map { $0 == "f" ? .file : $0 == "s" ? .shared : .opposition })
    }

    @Test(arguments: table)
    func `what may be marked in each state, and against the patient's opposition`(
        _ line: (state: RequestState, offered: String, against: String)
    ) {
        let demand = AdviceRequest.sample(line.state)
        for side in RecordMark.Side.allCases {
            #expect(demand.marks(availableTo: side, given: []) == Self.kinds(line.offered))
            // Whoever recorded it, and however.
            for other in RecordMark.Side.allCases {
                let opposition = RecordMark(side: other, kind: .opposition, by: "someone", at: .sample)
                #expect(demand.marks(availableTo: side, given: [opposition]) == Self.kinds(line.against))
            }
            var content = RequestContent.sample
            content.isOpposedToSharing = true
            let opposed = AdviceRequest.sample(line.state, content: content)
            #expect(opposed.marks(availableTo: side, given: []) == Self.kinds(line.against))
            let own = RecordMark(side: side, kind: .file, by: "someone", at: .sample)
            #expect(
                demand.marks(availableTo: side, given: [own])
                    == Self.kinds(line.offered).subtracting([.file]))
        }
    }

    @Test func `a side is who carries the demand, or the asking structure; nobody else keeps its record`() {
        #expect(RecordMark.Side([.asker]) == .asking && RecordMark.Side([.holder]) == .answering)
        #expect(RecordMark.Side([.juniorHolder]) == .answering && RecordMark.Side([.asker, .holder]) == .answering)
        for relation in [Relation.poolExpert, .invited, .regulator, .coordinator, .secretary, .receivingLine, .engine] {
            #expect(RecordMark.Side([relation]) == nil)
        }
    }

    @Test func `a content kept before opposition, stay and rank were asked reads and writes the same`() throws {
        let written = try JSONEncoder().encode(RequestContent.sample)
        let text = String(decoding: written, as: UTF8.self)
        for key in ["isOpposedToSharing", "isInpatient", "birthRank", "residence"] { #expect(!text.contains(key)) }
        #expect(try JSONDecoder().decode(RequestContent.self, from: written) == .sample)
        var content = RequestContent.sample
        content.isOpposedToSharing = true
        content.isInpatient = true
        content.residence = "Lannion"
        content.patient.birthRank = "2"
        content.wishedExpert = "expert"
        content.subSpecialty = "hands"
        content.inNameOf = "principal"
        content.origin = .school
        content.writtenWith = ClinicalProtocol.sample.edition
        #expect(try JSONDecoder().decode(RequestContent.self, from: JSONEncoder().encode(content)) == content)
        // None is forgotten between reading and writing.
        let keys = try #require(try JSONSerialization.jsonObject(with: JSONEncoder().encode(content)) as? [String: Any])
        #expect(Set(keys.keys) == Set(Mirror(reflecting: content).children.compactMap(\.label)))
    }
}
