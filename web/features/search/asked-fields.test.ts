import { expect, it } from 'vitest'
import type { EventRowFragment as EventRow } from '../../graphql/generated/graphql.ts'
import { askedFields } from './asked-fields.ts'
import { cellValue } from './cell-value.ts'
import { columnOf, pinnedColumns, USUAL_COLUMNS } from './columns.ts'

const columns = [...USUAL_COLUMNS, columnOf('vendor.zone')]

it('are each once, and none for what is no field', () => {
  const asked = askedFields(columns) ?? []
  expect(new Set(asked).size).toBe(asked.length)
  expect(asked).toContain('vendor.zone')
  expect(asked.filter((field) => ['@timestamp', 'nightjar.tenant', 'rule.name'].includes(field))).toEqual([])
})

it('are all that cells look at, but for what few events have', () => {
  const looked = new Set<string>()
  const row = { time: '', severity: 1, detections: [], message: null, parser: '' } as unknown as EventRow
  const noted = <Answer>(answer: (fields: object, field: string) => Answer) => {
    return (fields: object, field: string | symbol) => {
      looked.add(String(field))
      return answer(fields, String(field))
    }
  }
  const fields = new Proxy(
    {},
    { get: noted(() => undefined), getOwnPropertyDescriptor: noted(() => undefined) },
  )
  for (const { field } of [...pinnedColumns(true), ...columns]) cellValue({ ...row, fields }, field)
  expect([...looked].sort()).toEqual([...(askedFields(columns) ?? []), 'host.hostname'].sort())
})

it('are all of them where a column shows the line', () => {
  expect(askedFields([...columns, columnOf('raw')])).toBeUndefined()
  expect(askedFields([columnOf('event.original')])).toBeUndefined()
})
