import { EllipsisVertical } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, type MenuItem } from '../ui/menu.tsx'

/** What can be done with somebody in line; `tabIndex` is that of the row. */
export function EntryMenu({
  name,
  items,
  tabIndex,
}: {
  name: string
  items: readonly MenuItem[]
  tabIndex: number
}) {
  const t = useTranslations('queue')
  const label = t('actionsFor', { who: name })
  return (
    <Menu
      align="end"
      label={label}
      items={items}
      trigger={
        <IconButton label={label} tabIndex={tabIndex} className="size-6">
          <EllipsisVertical aria-hidden size={14} />
        </IconButton>
      }
    />
  )
}
