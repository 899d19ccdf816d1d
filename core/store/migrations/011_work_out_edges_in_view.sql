-- ClickHouse works computed columns out whenever a statement names the table, also one that reads none of them. Only the view needs
-- them here; core/store/graph/with-edges.ts has them for questions.
ALTER TABLE edges_of_events MODIFY QUERY
WITH
  toString(lowerUTF8(host_name)) AS entity_host,
  if(user_name = '' OR user_domain = '', toString(lowerUTF8(user_name)), concat(lowerUTF8(user_domain), '\\', lowerUTF8(user_name))) AS entity_user,
  if(source_ip = toIPv6('::'), '', replaceRegexpOne(toString(source_ip), '^::ffff:([0-9.]+)$', '\\1')) AS entity_source,
  if(destination_ip = toIPv6('::'), '', replaceRegexpOne(toString(destination_ip), '^::ffff:([0-9.]+)$', '\\1')) AS entity_destination,
  lowerUTF8(leftUTF8(if(process_executable = '', toString(process_name), process_executable), 512)) AS entity_process,
  lowerUTF8(leftUTF8(if(process_parent_executable = '', toString(process_parent_name), process_parent_executable), 512)) AS entity_parent,
  lowerUTF8(leftUTF8(if(file_path = '', file_name, file_path), 512)) AS entity_file,
  lowerUTF8(leftUTF8(if(url_domain = '', destination_domain, url_domain), 512)) AS entity_domain,
  lowerUTF8(leftUTF8(dns_question_name, 512)) AS entity_question,
  if(position(url_original, '://') = 0, '', leftUTF8(cutQueryStringAndFragment(url_original), 512)) AS entity_url,
  lowerUTF8(leftUTF8(process_hash_sha256, 512)) AS entity_process_hash,
  lowerUTF8(leftUTF8(file_hash_sha256, 512)) AS entity_file_hash,
  has(event_category, 'authentication') AS is_logon,
  has(event_category, 'network') AS is_network,
  has(event_category, 'process') AND has(event_type, 'start') AS is_start,
  has(event_category, 'file') AND hasAny(event_type, ['creation', 'change']) AS is_write,
  arrayConcat(
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
      arrayMap(ip -> (20, entity_question, replaceRegexpOne(toString(ip), '^::ffff:([0-9.]+)$', '\\1')),
        arrayDistinct(arrayFilter(ip -> ip != toIPv6('::'), arrayMap(text -> toIPv6OrDefault(text), arraySlice(odd['dns.resolved_ip'], 1, 8))))), [])) AS edges_of_event
SELECT tenant_id, toInt32(floor(minute / 1440)) AS day, edge.2 AS subject, edge.1 AS relation, edge.3 AS object,
  toInt32(floor(toUnixTimestamp64Second(event_time) / 60)) AS minute, toDate(received) AS received_day, retention_class,
  toInt64(count()) AS events, toInt64(countIf(event_outcome = 'failure')) AS failures, toInt64(countIf(notEmpty(nightjar_suspected_by))) AS suspected
FROM events ARRAY JOIN edges_of_event AS edge
WHERE revision = 0 AND in_graph
GROUP BY tenant_id, day, subject, relation, object, minute, received_day, retention_class;
ALTER TABLE events
  DROP COLUMN IF EXISTS edges,
  DROP COLUMN IF EXISTS is_write,
  DROP COLUMN IF EXISTS is_start,
  DROP COLUMN IF EXISTS is_network,
  DROP COLUMN IF EXISTS is_logon,
  DROP COLUMN IF EXISTS entity_file_hash,
  DROP COLUMN IF EXISTS entity_process_hash,
  DROP COLUMN IF EXISTS entity_url,
  DROP COLUMN IF EXISTS entity_question,
  DROP COLUMN IF EXISTS entity_domain,
  DROP COLUMN IF EXISTS entity_file,
  DROP COLUMN IF EXISTS entity_parent,
  DROP COLUMN IF EXISTS entity_process,
  DROP COLUMN IF EXISTS entity_destination,
  DROP COLUMN IF EXISTS entity_source,
  DROP COLUMN IF EXISTS entity_user,
  DROP COLUMN IF EXISTS entity_host
