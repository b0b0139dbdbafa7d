-- Reads requests, until so much is read that the rest can wait.
-- KEYS: the requests
-- ARGV: how many bytes are enough
-- Returns the values of the first ones, at least one; an empty one for a request that has gone.
local enough = tonumber(ARGV[1])
local values = {}
local bytes = 0
for i = 1, #KEYS do
  local value = redis.call('GET', KEYS[i]) or ''
  values[i] = value
  bytes = bytes + #value
  if bytes >= enough then
    break
  end
end
return values
