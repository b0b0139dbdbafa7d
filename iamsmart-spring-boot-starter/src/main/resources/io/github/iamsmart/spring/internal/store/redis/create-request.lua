-- Stores a new request.
-- KEYS: the request, the index of its status
-- ARGV: the value, when it is due, the business id, after how many milliseconds it goes by itself (0: never)
-- Returns 1, or 0 if the business id is known.
if not redis.call('SET', KEYS[1], ARGV[1], 'NX') then
  return 0
end
if tonumber(ARGV[4]) > 0 then
  redis.call('PEXPIRE', KEYS[1], ARGV[4])
end
redis.call('ZADD', KEYS[2], ARGV[2], ARGV[3])
return 1
