-- Requests for wrk. Arguments: method, path, file of headers (a line "Name: value" for each person, one is drawn for each request),
-- file with the body ("-" for none). In the body a word of the request's own stands for #: letters by chance, so that no two are alike.
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("place", threads)
end

function init(args)
  method, path = args[1], args[2]
  people = {}
  for line in io.lines(args[3]) do
    local name, value = line:match("^([^:]+): (.+)$")
    table.insert(people, { name, value })
  end
  if args[4] ~= "-" then
    local file = io.open(args[4])
    body = file:read("*a")
    file:close()
  end
  count = 0
  started = os.time()
  math.randomseed(started * 100 + place)
end

local function word()
  local letters = {}
  for at = 1, 12 do
    letters[at] = string.char(math.random(97, 122))
  end
  return table.concat(letters)
end

function request()
  count = count + 1
  local headers = {}
  if #people > 0 then
    local person = people[math.random(#people)]
    headers[person[1]] = person[2]
  end
  if body then
    headers["Content-Type"] = "application/json"
    headers["Idempotency-Key"] = string.format("%d-%d-%d", started, place, count)
    return wrk.format(method, path, headers, (body:gsub("#", word())))
  end
  return wrk.format(method, path, headers)
end

function done(summary, latency, requests)
  local failed = summary.errors
  io.write(string.format("RESULT %d %d %d %d %d %d\n", summary.requests, summary.duration,
    failed.status + failed.connect + failed.read + failed.write + failed.timeout,
    summary.bytes, latency:percentile(50), latency:percentile(99)))
end
