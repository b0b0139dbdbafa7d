-- Takes a request out of the indexes that has gone by itself.
-- KEYS: the request, the indexes of all statuses
-- ARGV: the business id
if redis.call('EXISTS', KEYS[1]) == 1 then
  return 0
end
for i = 2, #KEYS do
  redis.call('ZREM', KEYS[i], ARGV[1])
end
return 1
