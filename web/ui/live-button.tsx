import { Pause, Play } from 'lucide-react'
import { Button } from './button.tsx'

interface LiveButtonProps {
  live: boolean
  onToggle: () => void
}

/** What renews itself can be stopped (WCAG 2.2.2). */
export function LiveButton({ live, onToggle }: LiveButtonProps) {
  const Mark = live ? Pause : Play
  return (
    <Button
      look="quiet"
      aria-pressed={live}
      title={live ? 'Renews itself: press to pause' : 'Paused: press to go on'}
      onClick={onToggle}
    >
      <Mark size={13} aria-hidden="true" />
      {live ? 'Live' : 'Paused'}
    </Button>
  )
}
