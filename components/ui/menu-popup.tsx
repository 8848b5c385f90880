'use client'

import { Menu as BaseMenu } from '@base-ui/react/menu'
import { clsx } from 'clsx'
import { useId } from 'react'
import type { MenuProps } from './menu.tsx'
import { tipOf, useAreRequestsShown } from './requests-shown.tsx'

/** The menu itself; it is loaded, and open, when its button is first pressed. */
export function MenuPopup({ trigger, label, items, note, align = 'start' }: MenuProps) {
  const areRequestsShown = useAreRequestsShown()
  const id = useId()
  return (
    <BaseMenu.Root modal={false} defaultOpen>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner sideOffset={4} align={align} className="z-50">
          <BaseMenu.Popup
            aria-label={label}
            className="flex max-h-[min(28rem,var(--available-height))] max-w-80 min-w-48 flex-col overflow-y-auto rounded-md border border-line-strong bg-surface p-1 outline-none"
          >
            <BaseMenu.Group className="flex flex-col">
              {items.map(
                (
                  { key, label: text, icon, request, shortcut, disabledReason, isDanger, onSelect },
                  index,
                ) => (
                  <BaseMenu.Item
                    key={key}
                    disabled={Boolean(disabledReason)}
                    {...(areRequestsShown ? {} : tipOf(request))}
                    aria-describedby={request && `${id}-${index}`}
                    onClick={onSelect}
                    className={clsx(
                      'flex min-h-8 cursor-default items-center gap-2 rounded-sm px-2 py-1 text-base outline-none select-none data-[highlighted]:bg-hover',
                      isDanger && 'text-danger',
                      disabledReason && 'text-muted',
                    )}
                  >
                    {icon}
                    <span className="min-w-0 flex-1">
                      {text}
                      {disabledReason && <span className="block text-xs text-muted">{disabledReason}</span>}
                      {request && (
                        <code
                          id={`${id}-${index}`}
                          hidden={!areRequestsShown}
                          className="block text-xs wrap-anywhere text-muted"
                        >
                          {request}
                        </code>
                      )}
                    </span>
                    {shortcut && <kbd className="text-xs text-muted">{shortcut}</kbd>}
                  </BaseMenu.Item>
                ),
              )}
              {note !== undefined && (
                <BaseMenu.GroupLabel className="border-t px-2 pt-1.5 pb-1 text-xs text-muted">
                  {note}
                </BaseMenu.GroupLabel>
              )}
            </BaseMenu.Group>
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  )
}
