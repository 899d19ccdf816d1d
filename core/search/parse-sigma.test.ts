import { expect, it } from 'vitest'
import { parseSigma } from './parse-sigma.ts'

const SOURCE = 'logsource:\n  product: linux'
const ROOT = 'detection:\n  a:\n    user.name: root\n  condition: a'

function faultsOf(text: string) {
  const parsed = parseSigma(text)
  return parsed.ok
    ? []
    : parsed.errors.map(({ from, to, ...said }) => ({ ...said, at: text.slice(from, to) }))
}

it('reads one rule or several, with a filter among them', () => {
  const filter =
    'title: F\nlogsource:\n  product: linux\nfilter:\n  rules: any\n  b:\n    host.name: lab\n  condition: not b'
  const rule = (title: string) => `title: ${title}\n${SOURCE}\n${ROOT}`
  const parsed = parseSigma([rule('A'), rule('B'), filter].join('\n---\n'))
  expect(parsed).toMatchObject({
    ok: true,
    rules: [
      { title: 'A', condition: { kind: 'all' } },
      { title: 'B', condition: { kind: 'all' } },
    ],
  })
})

it.each([
  [`title: T\n${SOURCE}`, 'the rule has no detection', 'title: T'],
  [`title: T\n${ROOT}`, 'no log source', 'title: T'],
  [`${SOURCE}\n${ROOT}`, 'a title', 'logsource:'],
  [`title: T\n${SOURCE}\n${ROOT.replace('a\n', 'x\n').replace('condition: a', 'condition: b')}`, "'b'", 'b'],
  [
    `title: T\n${SOURCE}\n${ROOT.replace('user.name: root', 'user.name|expand: "%admins%"')}`,
    '%admins%',
    '"%admins%"',
  ],
  [
    `title: T\n${SOURCE}\nname: one\n${ROOT}\n---\ntitle: Many\ncorrelation:\n  type: event_count\n  rules: [one]\n  group-by: [user.name]\n  timespan: 1m\n  condition: { gte: 5 }`,
    'A correlation is no search',
    'title: Many',
  ],
])('says what is missing or too much: %j', (text, message, at) => {
  const faults = faultsOf(text)
  expect(faults).toEqual([
    { message: expect.stringContaining(message), at: expect.stringContaining(at), hint: expect.any(String) },
  ])
})

it('has no commands behind it, and says where they are asked', () => {
  expect(faultsOf(`title: T\n${SOURCE}\n${ROOT}\n| stats count`)).toEqual([
    {
      message: 'There are no pipes here',
      at: '|',
      hint: 'Commands behind | are for the query stats and the search page',
    },
  ])
})

it.each([
  ['fences of Markdown', `\`\`\`yaml\ntitle: T\n${SOURCE}\n${ROOT}\n\`\`\`\n`],
  [
    'JSON',
    '{"title":"T","logsource":{"product":"linux"},"detection":{"a":{"user.name":"root"},"condition":"a"}}',
  ],
])('reads a rule in %s', (_, text) => {
  const plain = parseSigma(`title: T\n${SOURCE}\n${ROOT}`)
  if (!plain.ok) throw new Error('The plain rule is wrong')
  const [{ condition, title } = { condition: undefined, title: undefined }] = plain.rules
  expect(parseSigma(text)).toMatchObject({ ok: true, rules: [{ title, condition }] })
  expect(
    faultsOf(text.replace(/"?condition"?: ?"?a"?/, (all) => all.replace(/a(?="?$)/, 'b'))),
  ).toMatchObject([{ message: expect.stringContaining("'b'"), at: expect.stringMatching(/^b/) }])
})

it('takes a few rules, not a library', () => {
  const text = Array.from({ length: 21 }, (_, n) => `title: T${n}\n${SOURCE}\n${ROOT}`).join('\n---\n')
  expect(faultsOf(text)).toMatchObject([{ message: expect.stringContaining('at most 20') }])
})

it('compiles no library of repeats', () => {
  const rule = (times: number) =>
    `title: T\n${SOURCE}\ndetection:\n  a:\n    user.name|re:\n${"      - 'a{500}'\n".repeat(times)}  condition: a`
  expect(faultsOf(rule(20))).toEqual([])
  expect(faultsOf(rule(21))).toMatchObject([{ message: expect.stringContaining('may not repeat so much') }])
  const folders = rule(1).replace('a{500}', '{9999}'.repeat(3))
  expect(faultsOf(folders)).toMatchObject([{ message: expect.stringContaining('not a regular expression') }])
})

it.each([
  ['brackets', `title: T\ndetection: ${'['.repeat(60_000)}`],
  ['aliases', `title: T\ndetection:\n  a: &a [x]\n${'  b: [*a, *a, *a]\n'.repeat(2_000)}`],
  ['tabs', `title: T\ndetection:\n${'\t'.repeat(60_000)}`],
])('gives up on %s', (_, text) => {
  const faults = faultsOf(text)
  expect(faults.length).toBeGreaterThan(0)
  expect(faults.length).toBeLessThanOrEqual(20)
})
