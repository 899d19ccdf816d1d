/**
 * What an event ties together, for questions that name it: entities as the graph spells them, and `edges_of_event`, whose numbers are those
 * of relations.ts. The view that counts edges says the same in core/store/migrations/011_work_out_edges_in_view.sql. Not columns of
 * the table: ClickHouse would work them out for every statement that names it.
 */
const NAMED = [
  ['entity_host', `toString(lowerUTF8(host_name))`],
  [
    'entity_user',
    `if(user_name = '' OR user_domain = '', toString(lowerUTF8(user_name)), concat(lowerUTF8(user_domain), '\\\\', lowerUTF8(user_name)))`,
  ],
  [
    'entity_source',
    `if(source_ip = toIPv6('::'), '', replaceRegexpOne(toString(source_ip), '^::ffff:([0-9.]+)$', '\\\\1'))`,
  ],
  [
    'entity_destination',
    `if(destination_ip = toIPv6('::'), '', replaceRegexpOne(toString(destination_ip), '^::ffff:([0-9.]+)$', '\\\\1'))`,
  ],
  [
    'entity_process',
    `lowerUTF8(leftUTF8(if(process_executable = '', toString(process_name), process_executable), 512))`,
  ],
  [
    'entity_parent',
    `lowerUTF8(leftUTF8(if(process_parent_executable = '', toString(process_parent_name), process_parent_executable), 512))`,
  ],
  ['entity_file', `lowerUTF8(leftUTF8(if(file_path = '', file_name, file_path), 512))`],
  ['entity_domain', `lowerUTF8(leftUTF8(if(url_domain = '', destination_domain, url_domain), 512))`],
  ['entity_question', `lowerUTF8(leftUTF8(dns_question_name, 512))`],
  [
    'entity_url',
    `if(position(url_original, '://') = 0, '', leftUTF8(cutQueryStringAndFragment(url_original), 512))`,
  ],
  ['entity_process_hash', `lowerUTF8(leftUTF8(process_hash_sha256, 512))`],
  ['entity_file_hash', `lowerUTF8(leftUTF8(file_hash_sha256, 512))`],
  ['is_logon', `has(event_category, 'authentication')`],
  ['is_network', `has(event_category, 'network')`],
  ['is_start', `has(event_category, 'process') AND has(event_type, 'start')`],
  ['is_write', `has(event_category, 'file') AND hasAny(event_type, ['creation', 'change'])`],
  [
    'edges_of_event',
    `arrayConcat(
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
      arrayMap(ip -> (20, entity_question, replaceRegexpOne(toString(ip), '^::ffff:([0-9.]+)$', '\\\\1')),
        arrayDistinct(arrayFilter(ip -> ip != toIPv6('::'), arrayMap(text -> toIPv6OrDefault(text), arraySlice(odd['dns.resolved_ip'], 1, 8))))), []))`,
  ],
] as const

export const WITH_EDGES = `WITH ${NAMED.map(([name, sql]) => `${sql} AS ${name}`).join(', ')}`
