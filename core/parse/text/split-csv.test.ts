import { expect, it } from 'vitest'
import { splitCsv } from './split-csv.ts'

it.each([
  ['a,b,,c', ['a', 'b', '', 'c']],
  ['"a,b",c', ['a,b', 'c']],
  ['a,"say ""hi""",b', ['a', 'say "hi"', 'b']],
  ['a,""', ['a', '']],
  ['"a",', ['a', '']],
  ['"never closed,b', ['never closed,b']],
  ['', ['']],
])('%s', (row, columns) => expect(splitCsv(row)).toEqual(columns))

it('takes another separator', () => expect(splitCsv('a\t"b\tc"\td', '\t')).toEqual(['a', 'b\tc', 'd']))
