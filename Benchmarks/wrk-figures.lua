-- One line for the benchmark: requests, microseconds, bytes, p50 and p99 in microseconds, failures.
done = function(summary, latency, requests)
    local e = summary.errors
    print(string.format("FIGURES %d %d %d %d %d %d", summary.requests, summary.duration, summary.bytes,
        latency:percentile(50), latency:percentile(99), e.connect + e.read + e.write + e.status + e.timeout))
end
