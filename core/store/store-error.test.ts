import { ClickHouseError } from '@clickhouse/client'
import { describe, expect, it } from 'vitest'
import { storeError } from './store-error.ts'

function clickHouseError(code: string, type: string, message = type): ClickHouseError {
  return new ClickHouseError({ code, type, message })
}

describe('what a worker hears', () => {
  it.each([
    ['159', 'TIMEOUT_EXCEEDED'],
    ['202', 'TOO_MANY_SIMULTANEOUS_QUERIES'],
    ['209', 'SOCKET_TIMEOUT'],
    ['241', 'MEMORY_LIMIT_EXCEEDED'],
    ['242', 'TABLE_IS_READ_ONLY'],
    ['243', 'NOT_ENOUGH_SPACE'],
    ['252', 'TOO_MANY_PARTS'],
    ['60', 'UNKNOWN_TABLE'],
    ['75', 'CANNOT_WRITE_TO_FILE_DESCRIPTOR'],
    ['285', 'TOO_FEW_LIVE_REPLICAS'],
    ['516', 'AUTHENTICATION_FAILED'],
    ['999', 'KEEPER_EXCEPTION'],
    ['1001', 'STD_EXCEPTION'],
  ])('is to try again later after %s %s', (code, type) => {
    const error = clickHouseError(code, type)
    expect(storeError(error, 'worker')).toMatchObject({ name: 'UnavailableError', cause: error })
  })

  it.each([
    ['47', 'UNKNOWN_IDENTIFIER'],
    ['62', 'SYNTAX_ERROR'],
    ['53', 'TYPE_MISMATCH'],
    ['117', 'INCORRECT_DATA'],
    ['33', 'CANNOT_READ_ALL_DATA'],
    ['16', 'NO_SUCH_COLUMN_IN_TABLE'],
    ['457', 'BAD_QUERY_PARAMETER'],
  ])('is that statement or rows are wrong after %s %s', (code, type) => {
    const error = clickHouseError(code, type)
    expect(storeError(error, 'worker')).toBe(error)
  })
})

describe('what a person hears', () => {
  it.each([
    ['159', 'TIMEOUT_EXCEEDED', 'QUERY_TIMEOUT'],
    ['160', 'TOO_SLOW', 'QUERY_TIMEOUT'],
    ['241', 'MEMORY_LIMIT_EXCEEDED', 'QUERY_TOO_LARGE'],
    ['158', 'TOO_MANY_ROWS', 'QUERY_TOO_LARGE'],
    ['167', 'TOO_DEEP_AST', 'QUERY_TOO_LARGE'],
    ['168', 'TOO_BIG_AST', 'QUERY_TOO_LARGE'],
    ['396', 'TOO_MANY_ROWS_OR_BYTES', 'QUERY_TOO_LARGE'],
    ['427', 'CANNOT_COMPILE_REGEXP', 'QUERY_TOO_LARGE'],
  ])('is to ask for less after %s %s', (code, type, said) => {
    expect(storeError(clickHouseError(code, type), 'person')).toMatchObject({
      name: 'UserError',
      code: said,
    })
  })

  it.each([
    ['241', 'MEMORY_LIMIT_EXCEEDED', '(total) memory limit exceeded: would use 2.00 GiB'],
    ['202', 'TOO_MANY_SIMULTANEOUS_QUERIES', ''],
    ['209', 'SOCKET_TIMEOUT', ''],
    ['394', 'QUERY_WAS_CANCELLED', ''],
  ])('is to try again later after %s %s %s', (code, type, message) => {
    expect(storeError(clickHouseError(code, type, message), 'person')).toMatchObject({
      name: 'UnavailableError',
    })
  })

  it('is to ask for less where a search makes a statement too long', () => {
    const error = clickHouseError(
      '62',
      'SYNTAX_ERROR',
      'Syntax error: Max query size exceeded (can be increased)',
    )
    expect(storeError(error, 'person')).toMatchObject({ name: 'UserError', code: 'QUERY_TOO_LARGE' })
    expect(storeError(error, 'worker')).toBe(error)
  })

  it('is nothing of a bug', () => {
    const error = clickHouseError('62', 'SYNTAX_ERROR')
    expect(storeError(error, 'person')).toBe(error)
  })
})

describe.each(['person', 'worker'] as const)('for a %s', (asker) => {
  it.each([
    Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { code: 'ECONNREFUSED' }),
    new Error('Timeout error.'),
    new Error('socket hang up'),
  ])('no answer is an engine that is away: %s', (error) => {
    expect(storeError(error, asker)).toMatchObject({ name: 'UnavailableError', cause: error })
  })

  it('a bug of ours stays one', () => {
    const error = new TypeError('x is not a function')
    expect(storeError(error, asker)).toBe(error)
  })
})
