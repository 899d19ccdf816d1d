import type { Fields } from '../../event/event.ts'

const MAX_PARTS = 30

/** `/subscriptions/S/resourceGroups/G/providers/Microsoft.Network/azureFirewalls/NAME`, in any case. */
export function setResource(fields: Fields, id: string): void {
  fields['azure.resource.id'] = id
  const parts = id.split('/', MAX_PARTS)
  for (let at = 1; at < parts.length - 1; at++) {
    const value = parts[at + 1]
    if (value === undefined || value === '') continue
    const key = parts[at]?.toLowerCase()
    if (key === 'subscriptions') {
      fields['azure.subscription_id'] = value
      fields['cloud.account.id'] = value
    } else if (key === 'tenants') fields['azure.tenant_id'] = value
    else if (key === 'resourcegroups') fields['azure.resource.group'] = value
    else if (key === 'providers') {
      const type = parts[at + 2]
      const name = parts[at + 3]
      fields['azure.resource.provider'] = type === undefined ? value : `${value}/${type}`
      if (name !== undefined) fields['azure.resource.name'] = name
      return
    } else continue
    at++
  }
}
