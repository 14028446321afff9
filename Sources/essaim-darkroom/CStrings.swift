import Glibc

/// Texts as C takes a list of them: pointers, and a null pointer at the end.
enum CStrings {
    static func with<Result>(
        _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
    ) -> Result {
        let copies = texts.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        let list = UnsafeMutablePointer<UnsafePointer<CChar>?>.allocate(capacity: copies.count + 1)
        defer { list.deallocate() }
        for (index, copy) in copies.enumerated() { (list + index).initialize(to: UnsafePointer(copy)) }
        (list + copies.count).initialize(to: nil)
        return body(list)
    }
}
