import type { Metadata } from 'next'
import { ParsersPage } from '../../../../../features/parser/parsers-page.tsx'

export const metadata: Metadata = { title: 'Parsers' }

export default function Parsers() {
  return <ParsersPage />
}
