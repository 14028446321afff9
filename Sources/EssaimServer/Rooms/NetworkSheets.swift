import EssaimDomain
import EssaimNetworkFiles
import EssaimWorkflow

/// Networks as their files.
struct NetworkSheets: NetworkSheetRoom {
    func text(of network: Network) -> String { NetworkFile.write(network) }

    func parts(of network: Network, in section: SheetSection) -> [SheetPart] {
        NetworkSheet.parts(of: network, in: section)
    }

    func edited(
        _ network: Network, by edit: SheetEdit, forms: Set<Identifier<ClinicalProtocol>>
    ) -> Result<Network, SheetFaults> {
        NetworkSheet.edited(network, by: edit, forms: forms).mapError { faults in
            // The line of a file that nobody sees is of no use; the key that a message quotes first is.
            SheetFaults(
                faults.list.map { fault in
                    let key = edit.section.keys.first { fault.message.contains("«\u{A0}\($0)\u{A0}»") }
                    return FieldFault(field: key ?? "", message: fault.message.capitalizedFirst)
                })
        }
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
