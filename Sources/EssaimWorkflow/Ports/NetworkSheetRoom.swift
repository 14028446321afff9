import EssaimDomain

/// Where a network is read and written as its file says it: pages and files have the same rules and the same words.
public protocol NetworkSheetRoom: Sendable {
    /// The whole file.
    func text(of network: Network) -> String
    /// In the file's order.
    func parts(of network: Network, in section: SheetSection) -> [SheetPart]
    /// What the network becomes, or what the file's reader says against it, each under the key it is about; empty when it is
    /// about no key.
    func edited(
        _ network: Network, by edit: SheetEdit, forms: Set<Identifier<ClinicalProtocol>>
    ) -> Result<Network, SheetFaults>
}

public struct SheetFaults: Error, Sendable, Equatable {
    public let list: [FieldFault]
    public init(_ list: [FieldFault]) { self.list = list }
}
