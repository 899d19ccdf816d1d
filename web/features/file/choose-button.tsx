'use client'

import { FileUp } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { chooseFiles } from './choose-files.ts'
import { useDropFiles } from './use-drop-files.ts'

/** Not there for readers. */
export function ChooseButton() {
  const drop = useDropFiles()
  if (!drop) return null
  return (
    <Button look="primary" onClick={() => chooseFiles(drop)}>
      <FileUp size={14} aria-hidden="true" /> Choose files
    </Button>
  )
}
