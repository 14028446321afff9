-- Looks at the page for a second: answers that were not 200, rows of the last one.
local threads = {}
setup = function(thread) table.insert(threads, thread) end
init = function() refused = 0; rows = 0 end
response = function(status, headers, body)
    if status ~= 200 then refused = refused + 1 end
    local _, count = body:gsub("data%-row%-link", "")
    rows = count
end
done = function(summary, latency, requests)
    print(string.format("LOOK %d %d %d", summary.requests, threads[1]:get("refused"), threads[1]:get("rows")))
end
