// refused: 'open' requires
import EssaimGate

let _ = Endpoint(.get, "/x", SignedIn.self) { grant, _ in
    _ = try await grant.open()
    return Reply(200)
}
