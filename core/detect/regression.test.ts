import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { CORPUS, createDetect, readCorpus } from '../../e2e/testkit/sigma-corpus.ts'

/** Windows events that SigmaHQ recorded for some of its rules, where they lie beside the checkout. */
const CASES = '../shared/logs/cases/sigma-regression.ndjson.gz'

interface Case {
  expected: { rule_id: string; min_matches: number; match_count: number | null }
  events_json: Record<string, unknown>[]
}

/** Rules that hold for more of their events than SigmaHQ counted, and why that is right. */
const MORE: Readonly<Record<string, [fired: number, why: string]>> = {
  '0b9ad457-2554-44c1-82c2-d56a99c42377': [3, 'three of the files have names that begin as the rule says'],
  '8fbf3271-1ef6-4e94-8210-03c2317947f6': [3, 'each of three files ends in a name of the list'],
  'c7dcacd0-cc59-4004-b0a4-1d6cdebe6f3e': [2, 'both values that the rule names are set to zero'],
}

const found = existsSync(CORPUS) && existsSync(CASES)

test('thousands of rules load, and each fires on its own events through our parser', async (context) => {
  if (!found) context.skip(`${CORPUS} or ${CASES} is not there`)
  const { rules, errors } = await readCorpus()
  expect(errors).toEqual([])
  expect(rules.length).toBeGreaterThan(3_700)

  const detect = await createDetect(rules)
  const cases = gunzipSync(readFileSync(CASES)).toString().trim().split('\n')
  expect(cases.length).toBeGreaterThan(100)
  const wrong = cases.flatMap((line) => {
    const { expected, events_json }: Case = JSON.parse(line)
    const { rule_id, min_matches, match_count } = expected
    const fired = events_json.filter((event) => detect(JSON.stringify(event)).includes(rule_id)).length
    const wanted = MORE[rule_id]?.[0] ?? match_count ?? Math.max(fired, min_matches)
    return fired === wanted ? [] : [{ rule_id, fired, wanted }]
  })
  expect(wrong).toEqual([])
})
