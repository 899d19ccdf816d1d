import { PassThrough, Readable } from 'node:stream'
import type { Verb } from '../../cli/verb.ts'

/** Runs a verb in this process: its exit code and all that it wrote. */
export async function runVerb(verb: Verb, args: string[], input: string | Buffer = '') {
  const stdout = new PassThrough()
  const stderr = new PassThrough()
  const out = stdout.setEncoding('utf8').toArray()
  const err = stderr.setEncoding('utf8').toArray()
  const code = await verb(args, { stdin: Readable.from([Buffer.from(input)]), stdout, stderr })
  stdout.end()
  stderr.end()
  return { code, out: (await out).join(''), err: (await err).join('') }
}
