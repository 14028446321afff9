// refused: missing argument for parameter #3 in call
import EssaimGate

let _ = Endpoint(.get, "/x") { _, _ in Reply(200) }
