import { expect, it } from 'vitest'
import type { ActivityStanding, Level } from '../../graphql/generated/graphql.ts'
import { compareNeed } from './compare-need.ts'

interface Some {
  alerts?: { level: Level; count: number }[]
  quiet?: number
  standing?: ActivityStanding
}

const tenant = (name: string, { alerts = [], quiet = 0, standing = 'usual' }: Some = {}) => ({
  ...{ name, openAlerts: alerts, quiet, standing },
})

it('puts one critical alert before any number of lesser ones, and the quiet by name', () => {
  const tenants = [
    tenant('Calm B'),
    tenant('Noisy', { alerts: [{ level: 'low', count: 900 }] }),
    tenant('Two', { alerts: [{ level: 'high', count: 2 }] }),
    tenant('Calm A'),
    tenant('Burning', { alerts: [{ level: 'critical', count: 1 }] }),
  ]
  expect(tenants.sort(compareNeed).map(({ name }) => name)).toEqual([
    'Burning',
    'Two',
    'Noisy',
    'Calm A',
    'Calm B',
  ])
})

it('puts silence behind high alerts and before medium ones', () => {
  const tenants = [
    tenant('Medium', { alerts: [{ level: 'medium', count: 5 }] }),
    tenant('Flooded', { standing: 'high' }),
    tenant('Silent', { quiet: 1 }),
    tenant('High', { alerts: [{ level: 'high', count: 1 }] }),
    tenant('New', { standing: 'unknown' }),
  ]
  expect(tenants.sort(compareNeed).map(({ name }) => name)).toEqual([
    'High',
    'Silent',
    'Flooded',
    'Medium',
    'New',
  ])
})
