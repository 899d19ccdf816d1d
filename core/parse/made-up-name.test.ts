import { describe, expect, it } from 'vitest'
import { parsers } from './generated/registry.ts'
import { isAllowed, type MadeUpName } from './made-up-name.ts'
import { createParseLine } from './parse-line.ts'

const MARK = 'zq7x'
const parseLine = createParseLine()
const names = {
  id: 1,
  allow: (name: string) => !name.toLowerCase().includes(MARK),
  trial: () => ({ mattersOrder: () => false, undo: () => undefined }),
}

/** A word made another, and pairs and members put where the word stood. */
function marked(sample: string): string[] {
  return [...sample.matchAll(/[A-Za-z_][A-Za-z0-9_]*/g)].flatMap(({ 0: word, index }) =>
    [MARK, word + MARK, `${word} ${MARK}=1 ${word}`, `${word}","${MARK}":"${word}`].map(
      (text) => sample.slice(0, index) + text + sample.slice(index + word.length),
    ),
  )
}

describe('names that lines make up', () => {
  it.each(parsers)('are asked for by $name', ({ name: format, samples }) => {
    for (const line of samples.flatMap(marked))
      for (const asked of [format, 'auto']) {
        const { fields } = parseLine(line, asked, { received: 0, zoneMinutes: 0, names })
        expect({ line, names: Object.keys(fields).filter((name) => !names.allow(name)) }).toEqual({
          line,
          names: [],
        })
      }
  })

  it('are asked for once a payload', () => {
    const asked: string[] = []
    const name: MadeUpName = { field: 'zeek.conn.own', allowedBy: undefined }
    const allow = (field: string) => asked.push(field) > 0
    const [first, second] = [
      { id: 1, allow },
      { id: 2, allow },
    ]
    for (const payload of [first, first, second, second]) expect(isAllowed(name, payload)).toBe(true)
    expect(asked).toEqual(['zeek.conn.own', 'zeek.conn.own'])
    expect(isAllowed(name, { id: 3, allow: () => false })).toBe(false)
    expect(isAllowed({ field: 'n'.repeat(201), allowedBy: undefined }, undefined)).toBe(false)
  })
})
