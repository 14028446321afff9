extension Migration {
    /// Programs that call: their accounts, the public halves of their keys, what they showed and what they were given.
    static let software = Migration(
        "2026-11-software",
        [
            """
            CREATE TABLE software_accounts(
                id {{text}} PRIMARY KEY,
                network_id {{text}} NOT NULL REFERENCES networks(id),
                name {{text}} NOT NULL,
                scopes {{text}} NOT NULL,
                made_at {{int}} NOT NULL,
                closed_at {{int}}
            ){{strict}}
            """,
            """
            CREATE TABLE software_keys(
                account_id {{text}} NOT NULL REFERENCES software_accounts(id),
                name {{text}} NOT NULL,
                kind {{text}} NOT NULL CHECK (kind IN ('p256', 'ed25519', 'rsa')),
                pem {{text}} NOT NULL,
                not_before {{int}} NOT NULL,
                not_after {{int}} NOT NULL,
                PRIMARY KEY (account_id, name)
            ){{strict}}
            """,
            """
            CREATE TABLE software_tokens(
                token_hash {{bytes}} PRIMARY KEY,
                account_id {{text}} NOT NULL REFERENCES software_accounts(id),
                key_name {{text}} NOT NULL,
                scopes {{text}} NOT NULL,
                ends_at {{int}} NOT NULL
            ){{strict}}
            """,
            "CREATE INDEX software_tokens_by_account ON software_tokens(account_id, key_name)",
            "CREATE INDEX software_tokens_by_end ON software_tokens(ends_at)",
            """
            CREATE TABLE software_assertions(
                account_id {{text}} NOT NULL REFERENCES software_accounts(id),
                digest {{bytes}} NOT NULL,
                ends_at {{int}} NOT NULL,
                PRIMARY KEY (account_id, digest)
            ){{strict}}
            """,
            "CREATE INDEX software_assertions_by_end ON software_assertions(ends_at)",
        ])
}
