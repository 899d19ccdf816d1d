-- Nearly every event has them, so nearly every row had something in `odd`, which each condition on a field looks into.
ALTER TABLE events
  ADD COLUMN IF NOT EXISTS related_hosts Array(LowCardinality(String)) DEFAULT arrayFilter(word -> word != '', [fields['related.hosts']]) CODEC(ZSTD(1)),
  ADD COLUMN IF NOT EXISTS related_user Array(LowCardinality(String)) DEFAULT arrayFilter(word -> word != '', [fields['related.user']]) CODEC(ZSTD(1)),
  ADD COLUMN IF NOT EXISTS related_ip Array(LowCardinality(String)) DEFAULT arrayFilter(word -> word != '', [fields['related.ip']]) CODEC(ZSTD(1)),
  ADD COLUMN IF NOT EXISTS related_hash Array(LowCardinality(String)) DEFAULT arrayFilter(word -> word != '', [fields['related.hash']]) CODEC(ZSTD(1))
