-- Posts events of random users: wrk … -s events.lua URL -- PATH USERS
-- User ids have one length, so every request is the same bytes but for seven digits.
local head, tail, users
local random = math.random

function init(args)
  local path = args[1]
  users = tonumber(args[2])
  math.randomseed(os.time() + tonumber(tostring({}):sub(8), 16) % 100000)
  tail = '","eventType":"purchase","metadata":{"amount":25,"orderId":"A-1001"}}'
  local length = #'{"userId":"user_0000000' + #tail
  head = "POST " .. path .. " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
    .. "X-API-Secret: sk_test_00112233445566778899aabbccddeeff\r\nContent-Length: " .. length
    .. '\r\n\r\n{"userId":"user_'
end

function request()
  return head .. string.format("%07d", random(0, users - 1)) .. tail
end

function done(summary, latency)
  io.write(string.format("RESULT %d %d %d %d %d\n",
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
