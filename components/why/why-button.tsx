import { ChevronRight } from 'lucide-react'
import { useId } from 'react'
import { tipOf, useAreRequestsShown } from '../ui/requests-shown.tsx'
import { TextButton } from '../ui/text-button.tsx'

interface WhyButtonProps {
  label: string
  /** Whom it is about, for those who hear it. */
  about: string
  isOpen: boolean
  /** The id of what it opens. */
  controls: string
  request: string
  tabIndex?: number
  onToggle: () => void
}

/** Opens the reason. */
export function WhyButton({ label, about, isOpen, controls, request, tabIndex, onToggle }: WhyButtonProps) {
  const isRequestShown = useAreRequestsShown()
  const requestId = useId()
  const button = (
    <TextButton
      aria-expanded={isOpen}
      aria-controls={isOpen ? controls : undefined}
      {...(isRequestShown ? {} : tipOf(request))}
      aria-describedby={requestId}
      tabIndex={tabIndex}
      onClick={onToggle}
      className="inline-flex min-h-6 w-fit items-center gap-0.5 rounded-sm text-sm font-medium underline decoration-line-strong underline-offset-2 enabled-hover:decoration-text"
    >
      <ChevronRight
        aria-hidden
        size={14}
        className={isOpen ? 'shrink-0 rotate-90 transition-transform' : 'shrink-0 transition-transform'}
      />
      {label}
      <span className="sr-only"> {about}</span>
      {!isRequestShown && (
        <code id={requestId} hidden>
          {request}
        </code>
      )}
    </TextButton>
  )
  if (!isRequestShown) return button
  return (
    <span className="flex flex-col items-start gap-0.5">
      {button}
      <code id={requestId} className="text-xs wrap-anywhere text-muted">
        {request}
      </code>
    </span>
  )
}
