import EssaimDomain
import Testing

/// Who writes the forms of a network, by hand.
struct ProtocolKeepingTests {
    private let network: Network = {
        func line(_ id: String, _ owner: String?, _ form: String) -> Offer {
            Offer(
                id: Identifier(id), title: id, owner: owner.map { Identifier($0) }, form: Identifier(form),
                targets: [:],
                pools: [:])
        }
        return Network(
            id: "n", name: "N", zones: [], pools: [],
            offers: [
                line("l1", "ghef", "hospital"), line("l2", "ghef", "shared"), line("l3", "other", "shared"),
                line("l4", nil, "network"),
            ])
    }()

    private func caller(_ roles: [NetworkRole], _ partners: [Identifier<Partner>], in id: Identifier<Network> = "n")
        -> Caller
    {
        Caller(
            person: Person(
                id: "p", familyName: "P", givenName: "P", profession: .none, mode: .salaried),
            structures: [], pools: [], networks: roles.map { .init(network: id, role: $0) },
            partners: partners.map { .init(partner: $0, network: id) })
    }

    @Test(
        arguments: [
            // An administrator of the network, of the establishment, the coordination, of another network.
            ("hospital", nil, true, true, false, false), ("shared", nil, true, false, false, false),
            ("network", nil, true, false, false, false),
            // Used by no line: by whom it was made.
            ("unused", "ghef", true, true, false, false), ("unused", "other", true, false, false, false),
            ("unused", nil, true, false, false, false),
            // A new one.
            (nil, nil, true, true, false, false),
        ] as [(String?, String?, Bool, Bool, Bool, Bool)])
    func `a form is written by who answers for all of its lines`(
        form: String?, maker: String?, network whole: Bool, establishment: Bool, coordination: Bool, elsewhere: Bool
    ) {
        func keeps(_ caller: Caller) -> Bool {
            caller.keepsProtocol(form.map { Identifier($0) }, madeBy: maker.map { Identifier($0) }, in: network)
        }
        #expect(keeps(caller([.administrator], [])) == whole)
        #expect(keeps(caller([], ["ghef"])) == establishment)
        #expect(keeps(caller([.coordinator], [])) == coordination)
        #expect(keeps(caller([.administrator], ["ghef"], in: "elsewhere")) == elsewhere)
    }

    @Test func `an establishment gives a form to its own lines alone`() {
        let ghef = caller([], ["ghef"])
        #expect(network.offers.map { ghef.choosesForm(of: $0, in: "n") } == [true, true, false, false])
        let whole = caller([.administrator], [])
        #expect(network.offers.map { whole.choosesForm(of: $0, in: "n") } == [true, true, true, true])
    }
}
