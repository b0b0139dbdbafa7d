-- Replaces a request by its next version.
-- KEYS: the request, the indexes of the statuses 1 to 6
-- ARGV: the version before in eight bytes, the value, its status, when it is due, the business id,
--       after how many milliseconds it goes by itself (0: never)
-- Returns 1, or 0 if there is another version or none.
local head = redis.call('GETRANGE', KEYS[1], 0, 9)
if #head < 10 or string.sub(head, 3, 10) ~= ARGV[1] then
  return 0
end
local before = string.byte(head, 2)
local after = tonumber(ARGV[3])
redis.call('SET', KEYS[1], ARGV[2])
if tonumber(ARGV[6]) > 0 then
  redis.call('PEXPIRE', KEYS[1], ARGV[6])
end
if before ~= after then
  redis.call('ZREM', KEYS[1 + before], ARGV[5])
end
redis.call('ZADD', KEYS[1 + after], ARGV[4], ARGV[5])
return 1
