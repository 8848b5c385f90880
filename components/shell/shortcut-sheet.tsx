'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { Dialog } from '../ui/dialog.tsx'
import { ShortcutList } from './shortcut-list.tsx'

/** The shortcuts, over the page one is on. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const t = useTranslations('shortcuts')
  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={t('title')}>
      <ShortcutList />
      <p className="pt-3 text-sm">
        <Link href="/help" onClick={onClose} className="text-accent underline underline-offset-2">
          {t('toHelp')}
        </Link>
      </p>
    </Dialog>
  )
}
