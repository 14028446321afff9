import Testing

@testable import EssaimPostgres

struct PostgresAddressTests {
    @Test(arguments: [
        ("postgres://essaim@/essaim?host=/run/postgresql", "prefer"),
        ("postgresql://essaim@localhost/essaim", "prefer"),
        ("host=127.0.0.1 dbname=essaim", "prefer"), ("postgres://127.8.9.1/essaim", "prefer"),
        ("postgres://[::1]/essaim", "prefer"), ("dbname=essaim", "prefer"),
        ("postgres://db.exemple.fr/essaim", "verify-full"),
        ("postgres://a.exemple.fr,b.exemple.fr/essaim", "verify-full"),
        ("postgres://localhost,db.exemple.fr/essaim", "verify-full"), ("host=10.0.0.4 dbname=essaim", "verify-full"),
        ("postgres://127.0.0.1.exemple.fr/essaim", "verify-full"), ("hostaddr=192.0.2.7 dbname=essaim", "verify-full"),
        ("host=localhost hostaddr=192.0.2.7 dbname=essaim", "verify-full"),
        ("postgres://localhost/essaim?sslmode=disable", "disable"),
        ("postgres://db.exemple.fr/essaim?sslmode=verify-full", "verify-full"),
    ])
    func `beyond this machine the certificate is verified whole`(address: String, mode: String) throws {
        #expect(try PostgresAddress(address)["sslmode"] == mode)
    }

    @Test(arguments: ["disable", "allow", "prefer", "require", "verify-ca"])
    func `beyond this machine nothing less is accepted`(mode: String) {
        #expect(throws: PostgresAddress.Fault.unverified(mode: mode)) {
            try PostgresAddress("postgres://db.exemple.fr/essaim?sslmode=\(mode)")
        }
    }

    @Test(arguments: ["postgres://[", "host", "postgres://h/b?nope=1", "host=a port", "host=a b", "="])
    func `what is no address is refused without being quoted`(address: String) {
        #expect { try PostgresAddress(address) } throws: { error in
            guard case .unreadable(let why)? = error as? PostgresAddress.Fault else { return false }
            return !why.contains(address)
        }
    }

    @Test(arguments: [
        ("postgres://marie:secret@db.exemple.fr:5433/essaim", "essaim @ db.exemple.fr:5433"),
        (
            "postgres://marie:secret@a.exemple.fr,b.exemple.fr:6000/essaim",
            "essaim @ a.exemple.fr:5432, b.exemple.fr:6000"
        ),
        ("host=/run/postgresql dbname=essaim user=marie password=secret", "essaim @ /run/postgresql:5432"),
        ("dbname=essaim", "essaim @ (local):5432"),
    ])
    func `a place names base and hosts, neither person nor password`(address: String, place: String) throws {
        #expect(try PostgresAddress(address).place == place)
    }

    @Test func `several hosts are tried for the one that takes writes, unless told otherwise`() throws {
        #expect(try PostgresAddress("postgres://a.exemple.fr,b.exemple.fr/e")["target_session_attrs"] == "read-write")
        #expect(
            try PostgresAddress("postgres://a.exemple.fr/e?target_session_attrs=any&connect_timeout=9")[
                "target_session_attrs"] == "any")
        #expect(try PostgresAddress("postgres://a.exemple.fr/e?connect_timeout=9")["connect_timeout"] == "9")
    }
}
