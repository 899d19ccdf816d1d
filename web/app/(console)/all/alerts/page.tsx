import type { Metadata } from 'next'
import { AlertsPage } from '../../../../features/alert/alerts-page.tsx'

export const metadata: Metadata = { title: 'Alerts of all tenants' }

export default function AllAlerts() {
  return <AlertsPage />
}
