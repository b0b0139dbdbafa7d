-- Finds what is due, the longest overdue first.
-- KEYS: the indexes of all statuses
-- ARGV: the time, how many at most
-- Returns business ids.
local limit = tonumber(ARGV[2])
local due = {}
for i = 1, #KEYS do
  local found = redis.call('ZRANGEBYSCORE', KEYS[i], '-inf', ARGV[1], 'WITHSCORES', 'LIMIT', 0, limit)
  for j = 1, #found, 2 do
    due[#due + 1] = {found[j], tonumber(found[j + 1])}
  end
end
table.sort(due, function(one, other)
  if one[2] ~= other[2] then
    return one[2] < other[2]
  end
  return one[1] < other[1]
end)
local ids = {}
for i = 1, math.min(limit, #due) do
  ids[i] = due[i][1]
end
return ids
