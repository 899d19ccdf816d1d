import type { Metadata } from 'next'
import { TenantsPage } from '../../../features/tenant/tenants-page.tsx'

export const metadata: Metadata = { title: 'All tenants' }

export default function All() {
  return <TenantsPage />
}
