/// Who wrote the address that is called, and therefore where it may lead. Checked on the network address of each connection
/// at the moment it is opened, so a name that changes between two resolutions gains nothing.
public enum AddressRule: Sendable {
    /// The operator's own: any address, this machine's and the private ones too.
    case configured
    /// Typed by a user or read from one's data: public addresses only, `https` only, without a name and a password.
    case fromUsers
}
