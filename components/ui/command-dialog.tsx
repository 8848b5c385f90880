'use client'

import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'

interface CommandItem {
  readonly key: string
  readonly label: string
  /** What it sends, or where it leads, in mono. */
  readonly detail: string
}

interface CommandDialogProps<Item extends CommandItem> {
  title: string
  placeholder: string
  /** What is said where nothing fits. */
  nothing: string
  text: string
  onText: (text: string) => void
  groups: readonly { readonly key: string; readonly label: string; readonly items: Item[] }[]
  fits: (item: Item, text: string) => boolean
  onChoose: (item: Item) => void
  onClose: () => void
}

/** A window over the page in which something is found by a few letters, and chosen by Enter. */
export function CommandDialog<Item extends CommandItem>({
  title,
  placeholder,
  nothing,
  text,
  onText,
  groups,
  fits,
  onChoose,
  onClose,
}: CommandDialogProps<Item>) {
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim" />
        <Dialog.Popup
          aria-label={title}
          className="fixed top-[10vh] left-1/2 z-50 flex max-h-[70dvh] w-[36rem] max-w-[calc(100vw-2rem)] -translate-x-1/2 flex-col rounded-md border border-line-strong bg-surface outline-none"
        >
          <Autocomplete.Root
            inline
            open
            items={groups}
            value={text}
            onValueChange={(value) => onText(value)}
            itemToStringValue={(item: Item) => item.label}
            filter={(item: Item, typed) => fits(item, typed)}
            autoHighlight="always"
            keepHighlight
          >
            <Autocomplete.Input
              aria-label={title}
              placeholder={placeholder}
              className="h-12 w-full shrink-0 border-b bg-transparent px-4 text-lg outline-none placeholder:text-muted"
            />
            <Autocomplete.Empty className="px-4 py-3 text-sm text-muted empty:hidden">
              {nothing}
            </Autocomplete.Empty>
            <Autocomplete.List className="min-h-0 overflow-y-auto p-1 empty:hidden">
              {(group: (typeof groups)[number]) => (
                <Autocomplete.Group key={group.key} items={group.items} className="pb-1">
                  <Autocomplete.GroupLabel className="px-3 pt-2 pb-1 text-xs font-medium text-muted">
                    {group.label}
                  </Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(item: Item) => (
                      <Autocomplete.Item
                        key={item.key}
                        value={item}
                        onClick={() => onChoose(item)}
                        className="flex min-h-8 cursor-default items-center gap-3 rounded-sm px-3 text-base outline-none select-none data-[highlighted]:bg-hover"
                      >
                        <span className="min-w-0 flex-1 py-1 break-words">{item.label}</span>
                        <code className="max-w-[50%] truncate text-muted">{item.detail}</code>
                      </Autocomplete.Item>
                    )}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
