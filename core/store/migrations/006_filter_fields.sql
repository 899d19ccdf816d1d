ALTER TABLE events
  -- Which fields without a column the rows of a granule have, and with which values: see core/search/field-conditions.ts.
  ADD INDEX IF NOT EXISTS has_field mapKeys(fields) TYPE bloom_filter(0.01),
  ADD INDEX IF NOT EXISTS has_value
    arrayMap((name, value) -> concat(name, '=', lower(value)), mapKeys(fields), mapValues(fields)) TYPE bloom_filter(0.01),
  -- Events are in the order of tenant and time already; this lets times take part where conditions are alternatives.
  ADD INDEX IF NOT EXISTS spans_time event_time TYPE minmax
