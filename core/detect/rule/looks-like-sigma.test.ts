import { expect, it } from 'vitest'
import { looksLikeSigma } from './looks-like-sigma.ts'

it.each([
  'title: T\nlogsource:\n  product: windows\ndetection:\n  a:\n    Image: x\n  condition: a',
  'detection:\r\n  a:\r\n    Image: x\r\n  condition: a\r\n',
  'logsource: { product: linux }\ntitle: T',
  '---\n# from a blog\ntitle: T\nlevel: high',
  '  title: T\n  id: 1',
  'correlation:\n  type: event_count',
  '```yaml\ntitle: T\nlevel: high\n```',
  '{"title":"T","logsource":{"product":"linux"},"detection":{"a":{"b":1},"condition":"a"}}',
  '{\n  "logsource": {},\n  "detection": {}\n}',
])('%j is one', (text) => {
  expect(looksLikeSigma(text)).toBe(true)
})

it.each([
  '',
  'root',
  'title:T',
  'detection: x',
  'title: Welcome',
  'logsource:windows\nuser.name:root',
  'user.name:root\nand title:x\nand level:high',
  'level: high\nstatus: 500',
  '{"detection":{"name":"x"},"title":"T"}',
  'not detection:x\n| stats count',
])('%j is none', (text) => {
  expect(looksLikeSigma(text)).toBe(false)
})

it('looks at each line once', () => {
  const text = `${' '.repeat(60_000)}\n`.repeat(20)
  expect(looksLikeSigma(`x\n${text}detection:`)).toBe(true)
})
