import { fillWithLogins } from './fill-with-logins.ts'
import { type GraphqlWorld, graphqlWorld } from './graphql-world.ts'

export interface LoginWorld extends GraphqlWorld {
  /** API tokens of readers. */
  tokens: Readonly<Record<'ours' | 'theirs', string>>
}

/** The GraphQL door with the same logins at both tenants, and a reader of each. */
export async function loginWorld(): Promise<LoginWorld> {
  const world = await graphqlWorld()
  await Promise.all([fillWithLogins(world, 'ours'), fillWithLogins(world, 'theirs')])
  const [ours, theirs] = await Promise.all([world.token('ours'), world.token('theirs')])
  return { ...world, tokens: { ours, theirs } }
}
