import { describe, expect, it } from 'vitest'
import { scanStatement } from './scan-statement.ts'

describe('scanStatement', () => {
  it('finds the places of parameters, outside of literals and comments only', () => {
    const text = `SELECT {a:String}, { b : Array(UInt8) }, '{c:String}', \`{d:X}\`, "{e:X}" -- {f:X}
      /* {g:X} */ FROM t WHERE m = {'k': 1}`
    expect([...scanStatement(text).parameters]).toEqual(['a', 'b'])
  })

  it.each([
    ['SELECT 1', false],
    ['SELECT 1; ', false],
    ['SELECT 1; -- end', false],
    ['SELECT \';\', `;`, ";" /* ; */', false],
    ['SELECT 1; SELECT 2', true],
    ["SELECT 'it\\'s; '; DROP TABLE t", true],
    ["SELECT '''; '; DROP TABLE t", true],
  ])('tells several statements from one: %s', (text, several) => {
    expect(scanStatement(text).several).toBe(several)
  })

  it('knows the verb behind comments', () => {
    expect(scanStatement('/* a */ -- b\n insert into t').verb).toBe('INSERT')
    expect(scanStatement('').verb).toBe('')
  })

  it('takes time in proportion to the text', () => {
    for (const bit of ["'", '/*', '{a', '--', '`\\', "''"]) {
      expect(scanStatement(bit.repeat(200_000)).several).toBe(false)
    }
  })
})
