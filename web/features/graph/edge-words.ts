import type { EdgeVerb, EntityKind } from '../../graphql/generated/graphql.ts'

export const VERB_WORDS: Record<EdgeVerb, string> = {
  connected_to: 'connected to',
  logged_on_to: 'logged on to',
  started: 'started',
  wrote: 'wrote',
  resolved: 'resolved',
  triggered: 'triggered on',
}

/** Whether it matters which end is which: a user and the address or domain beside it are merely seen together. */
export function hasDirection(subject: EntityKind, verb: EdgeVerb, object: EntityKind): boolean {
  if (object === 'user') return verb === 'triggered'
  return !(verb === 'connected_to' && subject === 'user')
}
