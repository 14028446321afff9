// refused: no exact matches in call to instance method 'open'
import EssaimGate

let _ = Endpoint(.get, "/x", SignedIn.self) { grant, input in
    _ = try await grant.open(input)
    return Reply(200)
}
