-- An address of which `::ffff:` is no more than a part keeps it: 2001:db8::ffff:1.
ALTER TABLE events
  MODIFY COLUMN entity_source String ALIAS if(source_ip = toIPv6('::'), '', replaceRegexpOne(toString(source_ip), '^::ffff:([0-9.]+)$', '\\1')),
  MODIFY COLUMN entity_destination String ALIAS if(destination_ip = toIPv6('::'), '', replaceRegexpOne(toString(destination_ip), '^::ffff:([0-9.]+)$', '\\1')),
  MODIFY COLUMN edges Array(Tuple(UInt8, String, String)) ALIAS arrayConcat(
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
        arrayDistinct(arrayFilter(ip -> ip != toIPv6('::'), arrayMap(text -> toIPv6OrDefault(text), arraySlice(odd['dns.resolved_ip'], 1, 8))))), []))
