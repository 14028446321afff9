import HTML

/// The hidden fields of every form.
struct SealFields {
    var seal: FormSeal

    @MarkupBuilder var markup: Markup {
        input(.type(.hidden), .name(FormSeal.csrfName), .value(seal.csrf))
        input(.type(.hidden), .name(FormSeal.keyName), .value(seal.key))
        if let version = seal.version {
            input(.type(.hidden), .name(FormSeal.versionName), .value(String(version)))
        }
    }
}
