const OPERATORS: Readonly<Record<string, string>> = {
  '<': 'lt',
  '<=': 'lte',
  '>': 'gt',
  '>=': 'gte',
  '=': 'eq',
  '==': 'eq',
}
const TYPES: Readonly<Record<string, string>> = { sum: 'value_sum', avg: 'value_avg', count: 'value_count' }
const AGGREGATION =
  /^ *(count|min|max|avg|sum)\(([^()]*)\)(?: +by +([^<>=]+?))? *(<=|>=|==|<|>|=) *(\d+(?:\.\d+)?) *$/

/**
 * How to write today what stood behind the `|` of a condition before SIGMA 2: the correlation document that says
 * the same, where there is one.
 * @param timeframe the rule's, as written
 */
export function mendAggregation(aggregation: string, timeframe: string | undefined): string {
  const timespan = `timespan: ${timeframe ?? '5m'}`
  const lead = 'give the rule a name, end its condition before the |, and add a document with'
  const line = aggregation.replaceAll(/\s/g, ' ').trim()
  if (line.startsWith('near')) {
    return `${lead} correlation: { type: temporal, rules: [NAME of each rule], ${timespan} }, one rule for each selection`
  }
  const [, kind = '', field = '', groups, operator = '', limit = ''] =
    line.length < 500 ? (AGGREGATION.exec(line) ?? []) : []
  if (kind === 'min' || kind === 'max')
    return `compare in the rule (${field.trim()}|lt or |gt): SIGMA counts events and values, it has no ${kind}`
  const counted = field.trim() !== '' && field.trim() !== '*'
  const type = counted || kind !== 'count' ? (TYPES[kind] ?? 'event_count') : 'event_count'
  const by = groups ? `group-by: [${groups.trim()}], ` : ''
  const condition = `${counted ? `field: ${field.trim()}, ` : ''}${OPERATORS[operator] ?? 'gte'}: ${limit || 'N'}`
  return `${lead} correlation: { type: ${type}, rules: [NAME], ${by}${timespan}, condition: { ${condition} } }`
}
