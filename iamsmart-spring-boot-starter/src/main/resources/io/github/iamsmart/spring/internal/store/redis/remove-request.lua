-- Deletes a request.
-- KEYS: the request, the indexes of all statuses
-- ARGV: the business id
redis.call('UNLINK', KEYS[1])
for i = 2, #KEYS do
  redis.call('ZREM', KEYS[i], ARGV[1])
end
return 1
