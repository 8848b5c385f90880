'use client'

import { Popover as BasePopover } from '@base-ui/react/popover'
import type { PopoverProps } from './popover.tsx'

/** The window itself; it is loaded, and open, when its button is first pressed. */
export function PopoverPopup({ trigger, title, children, side = 'bottom' }: PopoverProps) {
  return (
    <BasePopover.Root defaultOpen>
      <BasePopover.Trigger render={trigger} />
      <BasePopover.Portal>
        <BasePopover.Positioner sideOffset={6} side={side} className="z-50">
          <BasePopover.Popup className="flex max-h-[var(--available-height)] max-w-80 flex-col gap-1 overflow-y-auto rounded-md border border-line-strong bg-surface p-3 text-sm outline-none">
            {title && <BasePopover.Title className="text-base font-semibold">{title}</BasePopover.Title>}
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  )
}
