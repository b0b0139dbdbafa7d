-- Adds a part of an answer.
-- KEYS: the parts of the request
-- ARGV: the part's number, its total, the value, after how many milliseconds it may go by itself
-- Returns 1, or 0 if there is a part with this number.
if redis.call('HSETNX', KEYS[1], 'total:' .. ARGV[1], ARGV[2]) == 0 then
  return 0
end
redis.call('HSET', KEYS[1], 'data:' .. ARGV[1], ARGV[3])
if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[4]) then
  redis.call('PEXPIRE', KEYS[1], ARGV[4])
end
return 1
