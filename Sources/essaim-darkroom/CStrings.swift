import Glibc

/// Texts as C takes a list of them: pointers, and a null pointer at the end.
enum CStrings {
    static func with<Result>(
        _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
    ) -> Result {
        let copies = texts.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        let pointers = copies.map { UnsafePointer($0) } + [nil]
        return pointers.withUnsafeBufferPointer { list in
            // Never empty: the null pointer is there.
            guard let base = list.baseAddress else { fatalError("a list without its end") }
            return body(base)
        }
    }
}
