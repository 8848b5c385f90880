import { TextButton } from '../ui/text-button.tsx'

interface RawButtonProps {
  label: string
  isOpen: boolean
  controls: string
  onToggle: () => void
}

/** `{}`: shows what came, as it came. */
export function RawButton({ label, isOpen, controls, onToggle }: RawButtonProps) {
  return (
    <TextButton
      aria-label={label}
      aria-expanded={isOpen}
      aria-controls={isOpen ? controls : undefined}
      title={label}
      onClick={onToggle}
      className="inline-grid size-6 shrink-0 place-items-center rounded-sm font-mono text-xs text-muted enabled-hover:bg-hover enabled-hover:text-text aria-expanded:bg-hover aria-expanded:text-text"
    >
      {'{}'}
    </TextButton>
  )
}
