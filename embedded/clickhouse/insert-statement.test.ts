import { describe, expect, it } from 'vitest'
import { insertStatement, insertsFromSelect } from './insert-statement.ts'

describe('insertStatement', () => {
  it.each([
    ['INSERT INTO t FORMAT Native', 'INSERT INTO t', 'Native', ''],
    [
      ' insert into table db.t (a, b) format JSONEachRow\n',
      'insert into table db.t (a, b)',
      'JSONEachRow',
      '',
    ],
    [
      'INSERT INTO `d b`.`t` (* EXCEPT(a)) FORMAT CSV\n1,2\n\n3',
      'INSERT INTO `d b`.`t` (* EXCEPT(a))',
      'CSV',
      '1,2\n\n3',
    ],
    ['INSERT INTO t VALUES (1), (2)', 'INSERT INTO t', 'Values', '(1), (2)'],
  ])('takes the rows away from %s', (text, head, format, inline) => {
    expect(insertStatement(text)).toEqual({ head, format, inline })
  })

  it.each([
    'SELECT 1 FORMAT Native',
    'INSERT INTO t SELECT 1',
    'INSERT INTO t SETTINGS x = 1 FORMAT CSV\n1',
    'INSERT INTO FUNCTION file(1) FORMAT CSV',
    '-- INSERT INTO t FORMAT CSV',
  ])('leaves others alone: %s', (text) => {
    expect(insertStatement(text)).toBeUndefined()
  })
})

describe('insertsFromSelect', () => {
  it('knows the one form that may reach the engine as it is', () => {
    expect(insertsFromSelect('INSERT INTO t (a) SELECT 1')).toBe(true)
    expect(insertsFromSelect('INSERT INTO t WITH x AS (SELECT 1) SELECT * FROM x')).toBe(true)
    expect(insertsFromSelect('INSERT INTO t SETTINGS x = 1 FORMAT CSV\n1')).toBe(false)
    expect(insertsFromSelect('INSERT INTO FUNCTION file(1) SELECT 1')).toBe(false)
  })
})
