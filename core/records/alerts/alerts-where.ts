import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { Prisma } from '../generated/client.ts'
import { alertConditions } from './alert-conditions.ts'
import type { AlertFilter } from './alert-filter.ts'

/** The whole filter as one condition. */
export function alertsWhere(scope: TenantScope, filter: AlertFilter): Prisma.Sql {
  return Prisma.join(Object.values(alertConditions(scope, filter)), ' AND ')
}
