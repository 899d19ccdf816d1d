import type { AlertRowFragment, AlertStoryFragment } from '../../graphql/generated/graphql.ts'

/** An alert with its story. */
export type FullAlert = Omit<AlertRowFragment & AlertStoryFragment, ' $fragmentName' | ' $fragmentRefs'>
