import { z } from 'zod'
import type { SignalMap, SignalName } from './signals.ts'

const bodies = {
  alertRaised: z.object({ tenantId: z.uuid(), alertId: z.uuid(), backfill: z.boolean() }),
  rulesChanged: z.object({ tenantId: z.uuid().nullable() }),
  parsersChanged: z.object({ tenantId: z.uuid().nullable() }),
  tokenRevoked: z.object({ tokenId: z.uuid() }),
  sourcesChanged: z.object({ tenantId: z.uuid() }),
  sessionRevoked: z.object({ userId: z.string().min(1).max(200) }),
} satisfies { [Name in SignalName]: z.ZodType<SignalMap[Name]> }

const envelopeSchema = z.object({ name: z.enum(Object.keys(bodies) as SignalName[]), body: z.unknown() })

/** Everything one process says to the others goes over one channel. */
export const CHANNEL = 'nightjar_signals'

/** @throws ZodError when the body is not what the signal carries */
export function writeSignal<Name extends SignalName>(name: Name, body: SignalMap[Name]): string {
  return JSON.stringify({ name, body: bodies[name].parse(body) })
}

export type Received = { [Name in SignalName]: { name: Name; body: SignalMap[Name] } }[SignalName]

/** @returns undefined for what is no signal of this version: an older or newer process may run beside this one */
export function readSignal(text: string): Received | undefined {
  try {
    const { name, body } = envelopeSchema.parse(JSON.parse(text))
    return { name, body: bodies[name].parse(body) } as Received
  } catch {
    return undefined
  }
}
