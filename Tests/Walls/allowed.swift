import EssaimGate

let _ = Endpoint(.get, "/x", SeeRequest.self) { grant, input in
    _ = try await grant.open(input)
    return Reply(200)
}
