import EssaimDomain

/// A network as a YAML file of `networks/`: what `network apply` reads and `network show` writes (`docs/networks.md`).
public enum NetworkFile {
    /// The largest file that is read, in UTF-8 bytes.
    public static let mostBytes = 1 << 20

    /// The network that a file declares, or everything that is wrong with it, by line.
    /// - Parameter forms: the forms that the server knows; a line may ask for no other.
    public static func read(
        _ text: String, forms: Set<Identifier<ClinicalProtocol>>
    ) -> Result<Network, NetworkFileFaults> {
        switch YAMLSource(text).root() {
        case .failure(let fault): return .failure(NetworkFileFaults([fault]))
        case .success(let root):
            var reader = FileReader(forms: forms)
            let network = reader.network(root)
            guard let network, reader.faults.isEmpty else { return .failure(NetworkFileFaults(reader.faults)) }
            return .success(network)
        }
    }
}
