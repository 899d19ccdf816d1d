import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { CORPUS, createDetect, readCorpus } from '../../e2e/testkit/sigma-corpus.ts'

/** Recorded attacks, and the rules that another evaluator says they match, where they lie beside the checkout. */
const EVENTS = '../shared/sigma/otrf-sample.ndjson.gz'
const ORACLE = '../shared/sigma/otrf-sample-oracle.ndjson'

/** Names of things as this event writes them. */
type Recorded = Readonly<Record<string, unknown>>

/** Why a rule holds for us that does not for the other evaluator. Nothing that holds there may be missing here. */
const REASONS: readonly { why: string; rules: readonly string[]; events: (event: Recorded) => boolean }[] = [
  {
    why: 'some recorders write the channel as `security`; Windows, like SIGMA, does not mind case',
    rules: [
      '962fe167-e48d-4fd6-9974-11e5b9a5d6d1',
      '4a1b6da0-d94f-4fc3-98fc-2d9cb9e5ee76',
      'b210394c-ba12-4f89-9117-44a2464b9511',
      '5a6b7c8d-9e0f-1a2b-3c4d-5e6f7a8b9c0d',
      '79f4ede3-402e-41c8-bc3e-ebbf5f162581',
      '0badd08f-c6a3-4630-90d3-6875cca440be',
      'a29c1813-ab1f-4dde-b489-330b952e91ae',
    ],
    events: ({ Channel }) => Channel === 'security',
  },
  {
    why: 'the rule asks for Provider_Name, which NXLog calls SourceName',
    rules: [
      'd99b79d2-0a6f-4f46-ad8b-260b6e17f982',
      '100ef69e-3327-481c-8e5c-6d80d9507556',
      'acfa2210-0d71-4eeb-b477-afab494d596c',
    ],
    events: ({ SourceName, Provider_Name }) => SourceName !== undefined && Provider_Name === undefined,
  },
  {
    why: 'the rule asks for the IntegrityLevel S-1-16-12288, which event 4688 calls MandatoryLabel',
    rules: ['3037d961-21e9-4732-b27a-637bcc7bf539'],
    events: ({ EventID, MandatoryLabel }) => EventID === 4688 && MandatoryLabel === 'S-1-16-12288',
  },
  {
    why: 'event 5156 of the filtering platform is a network connection too, its Application the Image',
    rules: ['e81528db-fc02-45e8-8e98-4e84aba1f10b'],
    events: ({ EventID, Application }) => EventID === 5156 && Application !== undefined,
  },
  {
    why: 'the rule asks for Data, of which NXLog gives only the text it became: Message holds all of it',
    rules: ['df9a0e0e-fedb-4d6c-8668-d765dfc92aa7'],
    events: ({ Data, Message }) => Data === undefined && Message !== undefined,
  },
]

const found = existsSync(CORPUS) && existsSync(EVENTS) && existsSync(ORACLE)

test('recorded attacks fire the rules of the oracle, and others only for a reason', async (context) => {
  if (!found) context.skip(`${CORPUS}, ${EVENTS} or ${ORACLE} is not there`)
  const detect = await createDetect((await readCorpus()).rules)
  const oracle = new Map(
    readFileSync(ORACLE, 'utf8')
      .trim()
      .split('\n')
      .map((text): [number, string[]] => {
        const { line, matches } = JSON.parse(text)
        return [line, matches]
      }),
  )
  const lines = gunzipSync(readFileSync(EVENTS)).toString().trim().split('\n')
  expect(lines.length).toBeGreaterThan(20_000)

  const differences: { line: number; missing: string[]; unexplained: string[] }[] = []
  const explained = new Set<string>()
  for (const [line, raw] of lines.entries()) {
    const fired = detect(raw)
    const wanted = oracle.get(line) ?? []
    const missing = wanted.filter((id) => !fired.includes(id))
    const more = fired.filter((id) => !wanted.includes(id))
    if (missing.length + more.length === 0) continue
    const event: Recorded = JSON.parse(raw)
    const unexplained = more.filter((id) => {
      const reasons = REASONS.filter(({ rules, events }) => rules.includes(id) && events(event))
      if (reasons.length > 0) explained.add(id)
      return reasons.length === 0
    })
    if (missing.length + unexplained.length > 0) differences.push({ line, missing, unexplained })
  }
  expect(differences).toEqual([])
  expect([...explained].sort()).toEqual(REASONS.flatMap(({ rules }) => rules).sort())
})
