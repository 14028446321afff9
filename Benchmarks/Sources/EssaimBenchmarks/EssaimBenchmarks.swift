import EssaimServer
import EssaimSQLite
import EssaimTestSupport
import GRDB
import Hummingbird

@main
struct EssaimBenchmarks {
    static func main() async throws {
        print("hello")
    }
}
