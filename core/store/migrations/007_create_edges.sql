-- What an event ties together, as columns that are computed: the view that counts edges, a reparse that corrects the counts and
-- the question for the events of an edge share this one definition. The numbers are those of core/store/graph/relations.ts.
ALTER TABLE events
  -- Its edges are counted: rows older than these tables have none.
  ADD COLUMN IF NOT EXISTS in_graph Bool CODEC(ZSTD(1)),
  ADD COLUMN IF NOT EXISTS entity_host String ALIAS toString(lowerUTF8(host_name)),
  ADD COLUMN IF NOT EXISTS entity_user String ALIAS if(user_name = '' OR user_domain = '', toString(lowerUTF8(user_name)), concat(lowerUTF8(user_domain), '\\', lowerUTF8(user_name))),
  ADD COLUMN IF NOT EXISTS entity_source String ALIAS if(source_ip = toIPv6('::'), '', replaceOne(toString(source_ip), '::ffff:', '')),
  ADD COLUMN IF NOT EXISTS entity_destination String ALIAS if(destination_ip = toIPv6('::'), '', replaceOne(toString(destination_ip), '::ffff:', '')),
  ADD COLUMN IF NOT EXISTS entity_process String ALIAS lowerUTF8(leftUTF8(if(process_executable = '', toString(process_name), process_executable), 512)),
  ADD COLUMN IF NOT EXISTS entity_parent String ALIAS lowerUTF8(leftUTF8(if(process_parent_executable = '', toString(process_parent_name), process_parent_executable), 512)),
  ADD COLUMN IF NOT EXISTS entity_file String ALIAS lowerUTF8(leftUTF8(if(file_path = '', file_name, file_path), 512)),
  ADD COLUMN IF NOT EXISTS entity_domain String ALIAS lowerUTF8(leftUTF8(if(url_domain = '', destination_domain, url_domain), 512)),
  ADD COLUMN IF NOT EXISTS entity_question String ALIAS lowerUTF8(leftUTF8(dns_question_name, 512)),
  ADD COLUMN IF NOT EXISTS entity_url String ALIAS if(position(url_original, '://') = 0, '', leftUTF8(cutQueryStringAndFragment(url_original), 512)),
  ADD COLUMN IF NOT EXISTS entity_process_hash String ALIAS lowerUTF8(leftUTF8(process_hash_sha256, 512)),
  ADD COLUMN IF NOT EXISTS entity_file_hash String ALIAS lowerUTF8(leftUTF8(file_hash_sha256, 512)),
  ADD COLUMN IF NOT EXISTS is_logon Bool ALIAS has(event_category, 'authentication'),
  ADD COLUMN IF NOT EXISTS is_network Bool ALIAS has(event_category, 'network'),
  ADD COLUMN IF NOT EXISTS is_start Bool ALIAS has(event_category, 'process') AND has(event_type, 'start'),
  ADD COLUMN IF NOT EXISTS is_write Bool ALIAS has(event_category, 'file') AND hasAny(event_type, ['creation', 'change']),
  ADD COLUMN IF NOT EXISTS edges Array(Tuple(UInt8, String, String)) ALIAS arrayConcat(
    -- From 25 on that an entity was there at all: these have no object.
    arrayFilter(edge -> edge.2 != '' AND (edge.3 != '' OR edge.1 >= 25), [
      (1, entity_source, entity_destination),
      (2, if(is_network AND (entity_process != '' OR entity_source = ''), entity_host, ''), entity_destination),
      (3, if(is_network, entity_process, ''), entity_destination),
      (4, entity_source, entity_domain),
      (5, entity_user, entity_domain),
      (6, entity_source, entity_url),
      (7, if(is_logon, '', entity_source), entity_user),
      (8, if(is_logon, entity_user, ''), entity_host),
      (9, if(is_logon, entity_source, ''), entity_host),
      (10, if(is_logon, entity_source, ''), entity_user),
      (11, if(is_start, entity_host, ''), entity_process),
      (12, if(is_start, entity_user, ''), entity_process),
      (13, if(is_start, entity_parent, ''), entity_process),
      (14, if(is_start, entity_host, ''), entity_process_hash),
      (15, if(is_write, entity_process, ''), entity_file),
      (16, if(is_write, entity_host, ''), entity_file),
      (17, if(is_write, entity_host, ''), entity_file_hash),
      (18, entity_host, entity_question),
      (19, entity_source, entity_question),
      (25, entity_host, ''),
      (26, entity_user, ''),
      (27, if(entity_destination = '' AND entity_user = '', entity_source, ''), '')]),
    if(entity_question != '' AND mapContains(odd, 'dns.resolved_ip'),
      arrayMap(ip -> (20, entity_question, replaceOne(toString(ip), '::ffff:', '')),
        arrayDistinct(arrayFilter(ip -> ip != toIPv6('::'), arrayMap(text -> toIPv6OrDefault(text), arraySlice(odd['dns.resolved_ip'], 1, 8))))), []));
ALTER TABLE detections
  ADD COLUMN IF NOT EXISTS in_graph Bool CODEC(ZSTD(1)),
  -- Kinds of entity: see core/detect/entity-kind.ts.
  ADD COLUMN IF NOT EXISTS relation UInt8 ALIAS transform(entity_kind, ['host', 'user', 'ip', 'domain'], [21, 22, 23, 24], 0);
CREATE TABLE IF NOT EXISTS edges
(
  tenant_id UUID CODEC(ZSTD(1)),
  -- Of the event's time, since the epoch.
  day Int32 CODEC(ZSTD(1)),
  subject String CODEC(ZSTD(1)),
  relation UInt8 CODEC(ZSTD(1)),
  object String CODEC(ZSTD(1)),
  minute Int32 CODEC(ZSTD(1)),
  received_day Date CODEC(ZSTD(1)),
  retention_class UInt16 CODEC(ZSTD(1)),
  -- The reparse that corrects the counts, and the start of its slice in milliseconds; 0 as events came in.
  revision UInt32 CODEC(ZSTD(1)),
  slice Int64 CODEC(ZSTD(1)),
  -- Signed: a reparse takes away what it replaces.
  events SimpleAggregateFunction(sum, Int64) CODEC(ZSTD(1)),
  failures SimpleAggregateFunction(sum, Int64) CODEC(ZSTD(1)),
  suspected SimpleAggregateFunction(sum, Int64) CODEC(ZSTD(1)),

  INDEX has_object object TYPE bloom_filter(0.01)
)
ENGINE = AggregatingMergeTree
PARTITION BY (toYYYYMMDD(received_day), retention_class)
PRIMARY KEY (tenant_id, day, subject)
ORDER BY (tenant_id, day, subject, relation, object, minute, revision, slice)
TTL received_day + toIntervalDay(retention_class + 1)
SETTINGS
  index_granularity = 1024,
  min_bytes_for_wide_part = 268435456,
  merge_selector_base = 10,
  ttl_only_drop_parts = 1,
  fsync_after_insert = 1,
  fsync_part_directory = 1,
  non_replicated_deduplication_window = 10000;
-- On which days an entity was there at all: how far back it goes is asked without looking through the edges of years.
CREATE TABLE IF NOT EXISTS entities
(
  tenant_id UUID CODEC(ZSTD(1)),
  kind LowCardinality(String) CODEC(ZSTD(1)),
  value String CODEC(ZSTD(1)),
  day Int32 CODEC(ZSTD(1)),
  received_day Date CODEC(ZSTD(1)),
  retention_class UInt16 CODEC(ZSTD(1)),
  revision UInt32 CODEC(ZSTD(1)),
  slice Int64 CODEC(ZSTD(1)),
  -- Edges of events, signed: an event with two edges of the entity counts twice.
  mentions SimpleAggregateFunction(sum, Int64) CODEC(ZSTD(1))
)
ENGINE = AggregatingMergeTree
PARTITION BY (toYYYYMMDD(received_day), retention_class)
PRIMARY KEY (tenant_id, kind, value)
ORDER BY (tenant_id, kind, value, day, revision, slice)
TTL received_day + toIntervalDay(retention_class + 1)
SETTINGS
  index_granularity = 1024,
  min_bytes_for_wide_part = 268435456,
  merge_selector_base = 10,
  ttl_only_drop_parts = 1,
  fsync_after_insert = 1,
  fsync_part_directory = 1,
  non_replicated_deduplication_window = 10000;
CREATE MATERIALIZED VIEW IF NOT EXISTS entities_of_edges TO entities AS
SELECT tenant_id, entity.1 AS kind, entity.2 AS value, day, received_day, retention_class, revision, slice,
  toInt64(sum(events)) AS mentions
FROM edges ARRAY JOIN [
  (['address', 'host', 'process', 'address', 'user', 'address', 'address', 'user', 'address', 'address', 'host', 'user', 'process', 'host',
    'process', 'host', 'host', 'host', 'address', 'domain', 'rule', 'rule', 'rule', 'rule', 'host', 'user', 'address'][relation], subject),
  (['address', 'address', 'address', 'domain', 'domain', 'url', 'user', 'host', 'host', 'user', 'process', 'process', 'process', 'hash',
    'file', 'file', 'hash', 'domain', 'domain', 'address', 'host', 'user', 'address', 'domain', '', '', ''][relation], object)] AS entity
WHERE entity.1 != ''
GROUP BY tenant_id, kind, value, day, received_day, retention_class, revision, slice;
CREATE MATERIALIZED VIEW IF NOT EXISTS edges_of_detections TO edges AS
SELECT tenant_id, toInt32(floor(minute / 1440)) AS day, toString(rule_id) AS subject, detections.relation AS relation, entity_value AS object,
  toInt32(floor(toUnixTimestamp64Second(event_time) / 60)) AS minute, toDate(received) AS received_day, retention_class,
  toInt64(count()) AS events, toInt64(countIf(level != 'informational')) AS suspected
FROM detections
WHERE revision = 0 AND in_graph AND NOT shadow AND detections.relation != 0
GROUP BY tenant_id, day, subject, relation, object, minute, received_day, retention_class;
CREATE MATERIALIZED VIEW IF NOT EXISTS edges_of_events TO edges AS
SELECT tenant_id, toInt32(floor(minute / 1440)) AS day, edge.2 AS subject, edge.1 AS relation, edge.3 AS object,
  toInt32(floor(toUnixTimestamp64Second(event_time) / 60)) AS minute, toDate(received) AS received_day, retention_class,
  toInt64(count()) AS events, toInt64(countIf(event_outcome = 'failure')) AS failures, toInt64(countIf(notEmpty(nightjar_suspected_by))) AS suspected
FROM events ARRAY JOIN edges AS edge
WHERE revision = 0 AND in_graph
GROUP BY tenant_id, day, subject, relation, object, minute, received_day, retention_class
