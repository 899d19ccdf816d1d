/** Fields that parsers and categories fill with words of ours, not of the log: no place for keywords. */
export const OUR_WORDS: readonly string[] = [
  ...['event.kind', 'event.category', 'event.type', 'event.outcome', 'event.severity', 'event.module'],
  ...['event.dataset', 'event.provider', 'ecs.version', 'log.level'],
  ...['nightjar.suspected_by', 'nightjar.source_severity', 'nightjar.problem'],
]
