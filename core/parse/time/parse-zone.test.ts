import { expect, it } from 'vitest'
import { parseZone } from './parse-zone.ts'

it.each([
  ['Z', 0],
  ['UTC', 0],
  ['GMT', 0],
  ['+02:00', 120],
  ['-0730', -450],
  ['-07', -420],
  ['CET', 60],
  ['cest', 120],
  ['EST', -300],
  ['PDT', -420],
  ['AEST', 600],
  ['NPT', 345],
  ['GMT+02:00', 120],
  ['UTC-5:00', undefined],
  ['UTC-0500', -300],
])('%s', (zone, minutes) => expect(parseZone(zone)).toBe(minutes))

it.each([
  'IST',
  'CST',
  'BST',
  'AST',
  'GST',
  'SST',
  'XYZ',
  '',
  '+',
  '+24:00',
  '+02:60',
  '+020',
  'Europe/Berlin',
])('refuses %s', (zone) => expect(parseZone(zone)).toBeUndefined())
