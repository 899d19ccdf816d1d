CREATE TABLE IF NOT EXISTS detections
(
  tenant_id UUID CODEC(ZSTD(1)),
  event_time DateTime64(9, 'UTC') CODEC(Delta, ZSTD(1)),
  detection_id UUID CODEC(ZSTD(1)),
  event_id UUID CODEC(ZSTD(1)),
  received DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
  retention_class UInt16 CODEC(ZSTD(1)),
  source_id UUID CODEC(ZSTD(1)),
  payload_id UUID CODEC(ZSTD(1)),
  rule_id LowCardinality(String) CODEC(ZSTD(1)),
  rule_title LowCardinality(String) CODEC(ZSTD(1)),
  level LowCardinality(String) CODEC(ZSTD(1)),
  attack Array(LowCardinality(String)) CODEC(ZSTD(1)),
  entity_site LowCardinality(String) CODEC(ZSTD(1)),
  entity_kind LowCardinality(String) CODEC(ZSTD(1)),
  entity_value String CODEC(ZSTD(1)),
  backfill Bool CODEC(ZSTD(1)),

  INDEX has_rule rule_id TYPE bloom_filter(0.01),
  INDEX has_entity entity_value TYPE bloom_filter(0.01),
  INDEX has_event event_id TYPE bloom_filter(0.01),
  INDEX has_payload payload_id TYPE bloom_filter(0.01)
)
ENGINE = MergeTree
PARTITION BY (toYYYYMMDD(received), retention_class)
ORDER BY (tenant_id, event_time)
TTL toDateTime(received) + toIntervalDay(retention_class)
SETTINGS
  index_granularity = 1024,
  ttl_only_drop_parts = 1,
  fsync_after_insert = 1,
  fsync_part_directory = 1,
  non_replicated_deduplication_window = 10000
