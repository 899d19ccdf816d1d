import { expect, it } from 'vitest'
import { printDefaults, readDefaults } from './default-lines.ts'

it('gives back what it printed, whatever looks like another kind', () => {
  const defaults = { 'host.name': 'plc: 1', 'host.id': '17', port: 17, fixed: true, tags: ['a', 'b'] }
  expect(readDefaults(printDefaults(defaults))).toEqual({ defaults })
})

it('takes what people type', () => {
  expect(readDefaults(' host.name :  plc-1 \n\nlog.level: "7"')).toEqual({
    defaults: { 'host.name': 'plc-1', 'log.level': '7' },
  })
})

it('says what it does not understand', () => {
  expect(readDefaults('plc-1').mistake).toBe('Write name: value, not plc-1')
})
