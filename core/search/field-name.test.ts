import { expect, it } from 'vitest'
import { writeName } from './field-name.ts'
import { parsePipeline } from './parse-pipeline.ts'

it.each([
  ['user.name', 'user.name'],
  ['größe-1.@x', 'größe-1.@x'],
  ['my field', String.raw`my\ field`],
  ['app.kubernetes.io/name', String.raw`app.kubernetes.io\/name`],
  ['#text', String.raw`\#text`],
  ['1st', String.raw`\1st`],
  ['size (bytes)', String.raw`size\ \(bytes\)`],
  ['a:b*c=d>e', String.raw`a\:b\*c\=d\>e`],
  ['日本|🦊', String.raw`日本\|\🦊`],
])('%s is written %s, in a search and in commands', (name, written) => {
  expect(writeName(name)).toBe(written)
  const text = `${written}:1 | stats count, dc(${written}) by ${written} | where ${written}:1 | sort ${written}`
  const parsed = parsePipeline(text)
  expect(parsed.ok ? parsed.pipeline : parsed.errors).toMatchObject({
    search: { kind: 'is', field: name },
    pipes: [
      { aggregates: [{ name: 'count' }, { name: 'dc', field: name, as: `dc(${name})` }], by: [name] },
      { condition: { field: name } },
      { keys: [{ column: name }] },
    ],
  })
})
