import type { Metadata } from 'next'
import { SearchPage } from '../../../../features/search/search-page.tsx'

export const metadata: Metadata = { title: 'Search of all tenants' }

export default function AllSearch() {
  return <SearchPage />
}
