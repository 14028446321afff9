import Glibc

/// The bytes that libFuzzer hands over.
public func input(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
    Array(UnsafeBufferPointer(start: start, count: count))
}

/// Called before the first input: when `ESSAIM_FUZZ_SEEDS` names a folder, the seeds are written there and the process
/// ends.
public func writeSeeds(_ seeds: @autoclosure () -> [[UInt8]]) -> CInt {
    guard let folder = getenv("ESSAIM_FUZZ_SEEDS") else { return 0 }
    for (index, seed) in seeds().enumerated() {
        guard let file = fopen("\(String(cString: folder))/seed-\(index)", "w") else { exit(1) }
        let written = fwrite(seed, 1, seed.count, file)
        guard fclose(file) == 0, written == seed.count else { exit(1) }
    }
    exit(0)
}
