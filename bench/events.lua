-- Posts events of random users: wrk … -s events.lua URL -- PATH USERS [EVENTS [BATCH_USERS]]
-- With EVENTS it posts batches of so many, of BATCH_USERS users in turn (all different when left out).
-- User ids and event ids have one length, so every request is the same bytes but for their digits.
local head, users, events, batch_users
local random, format, concat = math.random, string.format, table.concat
local body = '{"userId":"user_%07d","eventType":"purchase","metadata":{"amount":25,"orderId":"A-1001"}}'
local item = '{"userId":"user_%07d","eventType":"purchase","metadata":{"amount":25,"orderId":"A-1001"},"eventId":"%s_%09d"}'
local seed, sent, run = nil, 0, nil

function init(args)
  local path = args[1]
  users = tonumber(args[2])
  events = tonumber(args[3] or 1)
  batch_users = tonumber(args[4] or events)
  seed = os.time() + tonumber(tostring({}):sub(8), 16) % 100000
  math.randomseed(seed)
  run = format("%010d", seed)
  local length = events == 1 and #format(body, 0)
    or #'{"events":[]}' + events * (#format(item, 0, run, 0) + 1) - 1
  head = "POST " .. path .. " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
    .. "X-API-Secret: sk_test_00112233445566778899aabbccddeeff\r\nContent-Length: " .. length .. "\r\n\r\n"
end

function request()
  if events == 1 then return head .. format(body, random(0, users - 1)) end
  local items, who = {}, {}
  for i = 1, events do
    local at = (i - 1) % batch_users + 1
    who[at] = who[at] or random(0, users - 1)
    sent = sent + 1
    items[i] = format(item, who[at], run, sent)
  end
  return head .. '{"events":[' .. concat(items, ",") .. "]}"
end

function done(summary, latency)
  io.write(string.format("RESULT %d %d %d %d %d\n",
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
