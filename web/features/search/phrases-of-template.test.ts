import { expect, it } from 'vitest'
import { parseSearch } from '#core/search/parse-search'
import { phrasesOfTemplate } from './phrases-of-template.ts'

it.each([
  ['Failed password for * from * port * ssh2', '"Failed password for" and "from" and "port"'],
  ['user_* logged in', '"logged in" and "user_"'],
  ['abc* done', '"done"'],
  ['*', ''],
  ['', ''],
  ['say \\ "x" *', '"say \\\\ \\"x\\""'],
])('%j', (template, query) => {
  expect(phrasesOfTemplate(template)).toBe(query)
  expect(parseSearch(query).ok).toBe(true)
})
