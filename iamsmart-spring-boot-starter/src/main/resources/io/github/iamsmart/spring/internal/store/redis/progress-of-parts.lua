-- Tells which parts have come, without reading them.
-- KEYS: the parts of the request
-- Returns the number of each part, followed by its total.
local progress = {}
for _, name in ipairs(redis.call('HKEYS', KEYS[1])) do
  if string.sub(name, 1, 6) == 'total:' then
    progress[#progress + 1] = string.sub(name, 7)
    progress[#progress + 1] = redis.call('HGET', KEYS[1], name)
  end
end
return progress
