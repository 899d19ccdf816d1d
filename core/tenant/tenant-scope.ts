/** The type everyone names; values come from `grant-scope.ts`, which the import law keeps to a few doors. */
export type { TenantScope } from './grant-scope.ts'
