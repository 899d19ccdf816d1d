import { expect, it } from 'vitest'
import { compareNeed } from './compare-need.ts'

const tenant = (name: string, ...openAlerts: { level: 'critical' | 'high' | 'low'; count: number }[]) => ({
  name,
  openAlerts,
})

it('puts one critical alert before any number of lesser ones, and the quiet by name', () => {
  const tenants = [
    tenant('Quiet B'),
    tenant('Noisy', { level: 'low', count: 900 }),
    tenant('Two', { level: 'high', count: 2 }),
    tenant('Quiet A'),
    tenant('Burning', { level: 'critical', count: 1 }),
  ]
  expect(tenants.sort(compareNeed).map(({ name }) => name)).toEqual([
    'Burning',
    'Two',
    'Noisy',
    'Quiet A',
    'Quiet B',
  ])
})
