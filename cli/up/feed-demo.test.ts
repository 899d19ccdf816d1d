import { expect, it } from 'vitest'
import { renderDemoLogs } from '../demo/render-demo-logs.ts'
import { unfedLogs } from './feed-demo.ts'

const now = new Date('2026-03-10T12:00:00Z')

it('sends what a start cut short left over, and nothing of sources that are not there', () => {
  const [sent, left] = renderDemoLogs(now)
  if (!sent || !left) throw new Error('There are no demo logs')
  const key = ({ tenant, source }: typeof sent) => `${tenant}/${source}`
  const ingestTokens = { [key(sent)]: 'one', [key(left)]: 'other', 'hill/own': 'third' }
  const rest = { organization: 'Harrier', people: [], complete: true }
  expect(unfedLogs({ ...rest, ingestTokens, fed: [key(sent)] }, now)).toEqual([{ ...left, token: 'other' }])
  expect(unfedLogs({ ...rest, ingestTokens, fed: [key(sent), key(left)] }, now)).toEqual([])
})
