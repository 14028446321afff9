import EssaimGate

let _ = Endpoint(.get, "/x", SeeRequest.self) { grant, _ in
    _ = try await grant.open()
    return Reply(200)
}
