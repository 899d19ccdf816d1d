ALTER TABLE events
  -- Who suspects the event to be malicious: product, indicator, rule; empty when nobody does.
  ADD COLUMN IF NOT EXISTS nightjar_suspected_by Array(LowCardinality(String)) CODEC(ZSTD(1))
