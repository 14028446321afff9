// refused: no exact matches in call to instance method 'open'
import EssaimGate

let _ = Endpoint(.get, "/x", SignedIn.self) { grant, _ in
    _ = try await grant.open()
    return Reply(200)
}
