import type { Metadata } from 'next'
import { FilesPage } from '../../../../../features/file/files-page.tsx'

export const metadata: Metadata = { title: 'Files' }

export default function Files() {
  return <FilesPage />
}
