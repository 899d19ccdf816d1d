-- Events counted by the minute, so that a histogram over weeks reads few rows: core/store/rollup/counted-events.ts asks them. Columns are
-- named and mean what they do in `events`, so that the same conditions hold for both.
CREATE TABLE IF NOT EXISTS rollups
(
  tenant_id UUID CODEC(ZSTD(1)),
  -- Of the event's time, since the epoch.
  minute Int32 CODEC(ZSTD(1)),
  source_id UUID CODEC(ZSTD(1)),
  -- The whole list: an event of two categories counts once.
  event_category Array(LowCardinality(String)) CODEC(ZSTD(1)),
  event_outcome LowCardinality(String) CODEC(ZSTD(1)),
  -- 0 where there is none, 100 for all beyond.
  event_severity UInt8 CODEC(ZSTD(1)),
  -- To the minute, as limits of retention are.
  received DateTime('UTC') CODEC(Delta, ZSTD(1)),
  retention_class UInt16 CODEC(ZSTD(1)),
  -- The reparse that corrects the counts, and the start of its slice in milliseconds; 0 as events came in.
  revision UInt32 CODEC(ZSTD(1)),
  slice Int64 CODEC(ZSTD(1)),
  -- Signed: a reparse takes away what it replaces.
  events SimpleAggregateFunction(sum, Int64) CODEC(ZSTD(1)),
  suspected SimpleAggregateFunction(sum, Int64) CODEC(ZSTD(1))
)
ENGINE = AggregatingMergeTree
PARTITION BY (toYYYYMMDD(received), retention_class)
PRIMARY KEY (tenant_id, minute)
ORDER BY (tenant_id, minute, source_id, event_category, event_outcome, event_severity, received, revision, slice)
TTL received + toIntervalDay(retention_class + 1)
SETTINGS
  index_granularity = 1024,
  min_bytes_for_wide_part = 268435456,
  merge_selector_base = 10,
  ttl_only_drop_parts = 1,
  fsync_after_insert = 1,
  fsync_part_directory = 1,
  non_replicated_deduplication_window = 10000;
CREATE MATERIALIZED VIEW IF NOT EXISTS rollups_of_events TO rollups AS
SELECT tenant_id, toInt32(floor(toUnixTimestamp64Second(event_time) / 60)) AS minute, source_id, event_category, event_outcome,
  toUInt8(least(ifNull(events.event_severity, 0), 100)) AS event_severity, toStartOfMinute(events.received) AS received, retention_class,
  toInt64(count()) AS events, toInt64(countIf(notEmpty(nightjar_suspected_by))) AS suspected
FROM events
WHERE revision = 0
GROUP BY tenant_id, minute, source_id, event_category, event_outcome, event_severity, received, retention_class
