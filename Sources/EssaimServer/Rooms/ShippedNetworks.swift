import Assets

/// The networks of `networks/`, built into the program: what `essaim network apply NAME` falls back to.
public enum ShippedNetworks {
    /// Their ids; a network that frames others comes before them.
    public static let names: [String] = (0..<essaim_networks_count()).compactMap { index in
        essaim_network_name(index).map { String(cString: $0) }
    }

    /// The file of one, as it was shipped; nil when none has that name.
    public static func file(named name: String) -> String? {
        names.firstIndex(of: name).map { index in
            let bytes = UnsafeBufferPointer(start: essaim_network(index), count: essaim_network_count(index))
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}
