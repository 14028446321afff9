import EssaimDomain
import EssaimOpenID
import EssaimWorkflow

extension EssaimServer {
    /// What an operator does to the accounts of programs.
    public var softwareAccounts: SoftwareRegistry {
        SoftwareRegistry(store: store, clock: clock, assertions: SignedAssertions())
    }

    /// Every account with its keys, closed ones too.
    public func eachSoftwareAccount(_ show: (SoftwareAccount, [SoftwareKey]) -> Void) async throws {
        var last: Identifier<SoftwareAccount>?
        while true {
            let start = last
            let page = try await store.read { reader in
                try reader.softwareAccounts(after: start, limit: 100).map { ($0, try reader.softwareKeys(of: $0.id)) }
            }
            for (account, keys) in page { show(account, keys) }
            guard let end = page.last?.0.id else { return }
            last = end
        }
    }
}
