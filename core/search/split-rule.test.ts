import { expect, it } from 'vitest'
import { splitRule } from './split-rule.ts'

it.each([
  ['title: T\nlevel: high', 'title: T\nlevel: high', ''],
  ['title: T\n| stats count', 'title: T\n', '| stats count'],
  ['```yaml\ntitle: T\n```\n| stats count', '       \ntitle: T\n   \n', '| stats count'],
  ['```\r\ntitle: T\r\n| stats count\r\n```', '    \ntitle: T\r\n', '| stats count\r\n   '],
  ['description: |\n  ```\n  | a |\n  ```', 'description: |\n  ```\n  | a |\n  ```', ''],
])('%j', (text, rule, commands) => {
  expect(splitRule(text)).toEqual({ rule, commands })
})
