import { pino } from 'pino'
import { expect, it } from 'vitest'
import type { RuleError } from '#core/detect/rule/rule-error'
import { createProblemTeller } from './tell-problems.ts'

const problem = (file: string, mend = 'mend it'): RuleError => ({
  ...{ file, line: 3, column: 1, message: `what is wrong with ${file}`, mend },
})

function telling() {
  const lines: { level: number; msg: string; first?: string[] }[] = []
  const tell = createProblemTeller(pino({}, { write: (line: string) => void lines.push(JSON.parse(line)) }))
  return (errors: RuleError[], warnings: RuleError[] = []) => {
    lines.length = 0
    tell([{ where: '/rules', errors, warnings }])
    return [...lines]
  }
}

it('says a kind of problem in a line, with the first few', () => {
  const many = Array.from({ length: 500 }, (_, n) => problem(`${n}.yml`))
  const said = telling()([...many, problem('other.yml', 'mend that')], [problem('odd.yml')])
  expect(said).toMatchObject([
    { level: 50, msg: 'left out: 500 times; mend it', first: { length: 3 } },
    { level: 50, msg: 'left out: what is wrong with other.yml; mend that', file: 'other.yml', line: 3 },
    { level: 40, msg: 'what is wrong with odd.yml; mend it' },
  ])
})

it('takes problems together that are to be mended each in its own way', () => {
  const aggregation = (n: number) => ({ ...problem(`${n}.yml`, `write rule ${n}`), message: 'out of date' })
  const said = telling()([aggregation(1), aggregation(2), problem('other.yml')])
  expect(said).toMatchObject([
    { msg: 'left out: 2 times; out of date', first: ['1.yml:3: write rule 1', '2.yml:3: write rule 2'] },
    { msg: 'left out: what is wrong with other.yml; mend it' },
  ])
})

it('says nothing twice until it was mended in between', () => {
  const tell = telling()
  const [a, b] = [problem('a.yml'), problem('b.yml')]
  expect(tell([a])).toHaveLength(1)
  expect(tell([a])).toEqual([])
  expect(tell([a, b])).toMatchObject([{ file: 'b.yml' }])
  expect(tell([b])).toEqual([])
  expect(tell([a, b])).toMatchObject([{ file: 'a.yml' }])
})
