extension Caller {
    /// Reads the forms of a network: who writes them, and its coordination.
    public func readsProtocols(of network: Identifier<Network>) -> Bool {
        has(.administrator, in: network) || has(.coordinator, in: network)
            || partners.contains { $0.network == network }
    }

    /// Writes a form: the network's administrators; an establishment's, as long as only its own lines use it.
    /// - Parameters:
    ///   - form: nil for a new one.
    ///   - maker: the establishment that made it.
    public func keepsProtocol(
        _ form: Identifier<ClinicalProtocol>?, madeBy maker: Identifier<Partner>?, in network: Network
    ) -> Bool {
        if has(.administrator, in: network.id) { return true }
        let mine = partnersKept(in: network.id)
        guard !mine.isEmpty else { return false }
        guard let form else { return true }
        let lines = network.offers.filter { $0.form == form }
        guard lines.allSatisfy({ $0.owner.map(mine.contains) ?? false }) else { return false }
        return maker.map(mine.contains) ?? !lines.isEmpty
    }

    /// Gives that line another form.
    public func choosesForm(of offer: Offer, in network: Identifier<Network>) -> Bool {
        has(.administrator, in: network) || offer.owner.map(partnersKept(in: network).contains) ?? false
    }

    /// The establishments of a network that they administer.
    public func partnersKept(in network: Identifier<Network>) -> Set<Identifier<Partner>> {
        Set(partners.filter { $0.network == network }.map(\.partner))
    }
}
