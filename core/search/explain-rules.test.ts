import { expect, it } from 'vitest'
import { readRules } from '../detect/rule/read-rules.ts'
import { rulesToClickHouse } from '../detect/to-clickhouse/rules-to-clickhouse.ts'
import { explainRules } from './explain-rules.ts'

it('names the columns that a rule reads', () => {
  const { rules } = readRules(
    'title: T\nlogsource: { product: p }\ndetection:\n  a:\n    user.name: host_name\n    source.ip|cidr: 10.0.0.0/8\n    other.field: x\n  condition: a',
    'a.yml',
  )
  expect(explainRules(rulesToClickHouse(rules, []))).toMatchObject({
    scans: 'all',
    reads: ['fields', 'odd', 'source_ip', 'unfit', 'user_name'],
    narrowed: [],
  })
})
