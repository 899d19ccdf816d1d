ALTER TABLE detections
  -- Of a rule on trial: it raises no alert.
  ADD COLUMN IF NOT EXISTS shadow Bool CODEC(ZSTD(1)),
  -- Digest of the rules in force when the event was judged; empty for detections older than this column.
  ADD COLUMN IF NOT EXISTS rule_set LowCardinality(String) CODEC(ZSTD(1))
