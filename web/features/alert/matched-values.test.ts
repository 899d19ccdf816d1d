import { expect, test } from 'vitest'
import { matchedValues } from './matched-values.ts'

type Row = Parameters<typeof matchedValues>[0][number]

const row = (own: Partial<Row>): Row => ({
  ...{
    depth: 1,
    kind: 'test',
    holds: true,
    verdict: 'met',
    name: 'CommandLine',
    modifiers: [],
    needsAll: false,
  },
  ...{ wanted: [], wantedCount: 0, field: 'process.command_line', found: [], foundCount: 0 },
  ...own,
})

const wanted = (...texts: string[]): Row['wanted'] => texts.map((text) => ({ text, holds: true }))

test('what the rule names and the event holds, without quotes, escapes and wildcards', () => {
  const rows = [
    row({ depth: 0, kind: 'all' }),
    row({ modifiers: ['contains'], wanted: [...wanted("' -enc '"), { text: "' -e '", holds: false }] }),
    row({ wanted: wanted("'C:\\\\Temp\\\\*.ps1'") }),
    row({ wanted: wanted('4625'), name: 'EventID' }),
    row({ holds: false, wanted: [{ text: "'other'", holds: false }] }),
  ]
  expect(matchedValues(rows)).toEqual([' -enc ', 'C:\\Temp\\', '4625'])
})

test('of a pattern the value that met it, unless that is very long', () => {
  const rows = [
    row({ modifiers: ['re'], wanted: wanted("'a+'"), found: ['aaa'] }),
    row({ modifiers: ['cidr'], wanted: wanted('10.0.0.0/8'), found: ['10.1.2.3', '10.1.2.4'] }),
    row({ modifiers: ['re'], found: ['x'.repeat(1_000)] }),
  ]
  expect(matchedValues(rows)).toEqual(['aaa', '10.1.2.3'])
})

test('nothing of what the rule denies', () => {
  const rows = [
    row({ depth: 1, kind: 'not' }),
    row({ depth: 2, wanted: wanted("'backup'") }),
    row({ depth: 1, wanted: wanted("'root'") }),
  ]
  expect(matchedValues(rows)).toEqual(['root'])
})
