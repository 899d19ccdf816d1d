import { describe, expect, it } from 'vitest'
import { BusyError, CancelledError } from './create-lane.ts'
import { errorReply } from './error-reply.ts'
import { BodyTooLargeError } from './inbox.ts'
import { RequestError } from './read-request.ts'

const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })

describe('errorReply', () => {
  it.each([
    [new BusyError('Too many'), 503, 202, 'TOO_MANY_SIMULTANEOUS_QUERIES'],
    [new CancelledError('Gone'), 500, 394, 'QUERY_WAS_CANCELLED'],
    [new RequestError('One at a time'), 400, 36, 'BAD_ARGUMENTS'],
    [new BodyTooLargeError('Too large'), 413, 36, 'BAD_ARGUMENTS'],
    [full, 500, 243, 'NOT_ENOUGH_SPACE'],
    [new Error('what'), 500, 1001, 'STD_EXCEPTION'],
  ])('says %s as a server would', (error, status, code, name) => {
    const text = `Code: ${code}. DB::Exception: ${error.message}. (${name})`
    expect(errorReply(error)).toEqual({ status, code, text })
  })

  it("passes on the engine's own", () => {
    const text = 'Code: 60. DB::Exception: Unknown table expression identifier. (UNKNOWN_TABLE)'
    expect(errorReply(new Error(text))).toEqual({ status: 404, code: 60, text })
  })
})
