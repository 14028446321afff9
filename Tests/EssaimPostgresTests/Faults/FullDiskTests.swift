import EssaimStorage
import EssaimTestSupport
import EssaimWorkflow
import Foundation
import Testing

@testable import EssaimPostgres

/// The server's disk is full: what it answers to a file that would grow is ENOSPC, as from a disk. A library laid under the
/// server's calls does it: no rights are needed, and room is made again in an instant.
struct FullDiskTests {
    private static let library = """
        #define _GNU_SOURCE
        #include <dlfcn.h>
        #include <errno.h>
        #include <stdio.h>
        #include <string.h>
        #include <sys/stat.h>
        #include <unistd.h>

        static int refuses(int file, off_t end) {
            if (access(FLAG, F_OK) != 0) return 0;
            char link[64], path[4096];
            snprintf(link, sizeof link, "/proc/self/fd/%d", file);
            ssize_t length = readlink(link, path, sizeof path - 1);
            if (length <= 0) return 0;
            path[length] = 0;
            struct stat now;
            return strstr(path, "/base/") && fstat(file, &now) == 0 && end > now.st_size;
        }

        static ssize_t write_at(const char *name, int file, const void *bytes, size_t count, off_t at) {
            if (refuses(file, at + (off_t)count)) { errno = ENOSPC; return -1; }
            ssize_t (*real)(int, const void *, size_t, off_t) = dlsym(RTLD_NEXT, name);
            return real(file, bytes, count, at);
        }

        ssize_t pwrite(int file, const void *bytes, size_t count, off_t at) { return write_at("pwrite", file, bytes, count, at); }
        ssize_t pwrite64(int file, const void *bytes, size_t count, off_t at) { return write_at("pwrite64", file, bytes, count, at); }
        """

    @Test func `on a full disk writes are refused and reads go on; once there is room, writes go on by themselves`()
        async throws
    {
        try await TemporaryFolder.with { folder throws in
            // The server may run as someone else.
            chmod(folder, 0o755)
            let flag = folder + "/full"
            try Self.library.write(toFile: folder + "/full.c", atomically: true, encoding: .utf8)
            let built = system(
                "cc -shared -fPIC -O1 -DFLAG='\"\(flag)\"' -o '\(folder)/full.so' '\(folder)/full.c' -ldl")
            try #require(built == 0)
            let server = try PrivateServer(preload: folder + "/full.so")
            _ = try server.console().run("CREATE DATABASE full_disk TEMPLATE template0")
            let store = try PostgresStore(
                PostgresSettings(try PostgresAddress(server.address(of: "full_disk")), connections: 2))
            defer { store.close() }
            let text = String(repeating: "à", count: 20_000)

            try await store.write { try $0.set("before", to: "yes") }
            try Data().write(to: URL(fileURLWithPath: flag))
            var kept: Set<Int> = []
            var refusal: StoreFault?
            for number in 0..<500 where refusal == nil {
                do {
                    // Random words do not compress: the table grows.
                    let words = (0..<2_000).map { _ in String(UInt64.random(in: 0 ... .max), radix: 36) }.joined()
                    try await store.write { try $0.set("n-\(number)", to: words + text) }
                    kept.insert(number)
                } catch let fault as StoreFault {
                    refusal = fault
                }
            }
            #expect(refusal == .full)
            #expect(try await store.read { try $0.setting("before") } == "yes")
            let there = try await store.read { reader in
                Set(try (0..<500).filter { try reader.setting("n-\($0)") != nil })
            }
            #expect(there == kept, "all of what was acknowledged, and nothing of what was refused")

            try FileManager.default.removeItem(atPath: flag)
            try await store.write { try $0.set("after", to: text) }
            #expect(try await store.read { try $0.setting("after") } == text)
        }
    }
}
