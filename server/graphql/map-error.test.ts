import { GraphQLError, Kind } from 'graphql'
import { describe, expect, it } from 'vitest'
import { DetailedError, UnavailableError, UserError } from '#core/errors'
import { createLog } from '#core/log'

import { createErrorMapper } from './map-error.ts'

const mapError = createErrorMapper(createLog('test', 'silent'))
const inResolver = (originalError: Error) =>
  new GraphQLError(originalError.message, { originalError, path: ['events'] })

describe('createErrorMapper', () => {
  it('passes a caller’s mistake on, with its code', () => {
    const answer = mapError(inResolver(new UserError('NOT_FOUND', 'No such tenant')), 'r1')
    expect(answer).toEqual({
      message: 'No such tenant',
      path: ['events'],
      extensions: { code: 'NOT_FOUND', requestId: 'r1' },
    })
  })

  it('adds details, which cannot hide the code or the request id', () => {
    const details = { errors: [{ from: 3, to: 5 }], code: 'X', requestId: 'X' }
    const answer = mapError(inResolver(new DetailedError('QUERY_SYNTAX', 'Unexpected )', details)), 'r1')
    expect(answer.extensions).toEqual({ errors: details.errors, code: 'QUERY_SYNTAX', requestId: 'r1' })
  })

  it('says when an engine is away, not which and where', () => {
    const answer = mapError(inResolver(new UnavailableError('connect ECONNREFUSED 10.1.2.3:5432')), 'r1')
    expect(answer.extensions?.code).toBe('SERVICE_UNAVAILABLE')
    expect(answer.message).not.toContain('10.1.2.3')
  })

  it.each([
    ['a bug', inResolver(new TypeError('secret of row 7'))],
    ['a bug outside of a resolver', new Error('secret of row 7')],
    ['a value that is no error', 'secret of row 7'],
    [
      'a bug while creating the context',
      new GraphQLError('x', { originalError: new Error('secret of row 7') }),
    ],
    [
      'a value the schema cannot serve',
      inResolver(new GraphQLError('Enum cannot represent: secret of row 7')),
    ],
  ])('masks %s', (_, thrown) => {
    const answer = mapError(thrown, 'r1')
    expect(answer.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', requestId: 'r1' })
    expect(JSON.stringify(answer)).not.toContain('secret')
  })

  it('keeps what GraphQL says about a document', () => {
    const error = new GraphQLError('Cannot query field', {
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    })
    expect(mapError(error, 'r1')).toMatchObject({
      message: 'Cannot query field',
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED', requestId: 'r1' },
    })
  })

  it('calls a bad argument value the caller’s mistake', () => {
    const cause = new GraphQLError('Argument "id" must not be null', {
      nodes: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: 'id' } },
    })
    expect(mapError(inResolver(cause), 'r1').extensions?.code).toBe('BAD_USER_INPUT')
  })
})
