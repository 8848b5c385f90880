'use client'

import { Bell, BellPlus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { IconButton } from '../ui/icon-button.tsx'
import { showNotification } from '../ui/show-notification.ts'
import { useCustomerStore } from './customer-store.ts'
import { isAvailable } from './received.ts'

interface NoticePreference {
  isOn: boolean
  set: (isOn: boolean) => void
}

/** Whether the browser shows what reaches a phone, on this computer. Off unless somebody wants it. */
const useNoticePreference = create<NoticePreference>()(
  persist((set) => ({ isOn: false, set: (isOn) => set({ isOn }) }), {
    name: 'gms-tester-browser-notices',
    version: 1,
  }),
)

const isSupported = () => typeof Notification !== 'undefined'

/** Switches notifications of the browser on and off; the browser asks first. */
export function BrowserNoticeToggle() {
  const t = useTranslations('customer.browserNotices')
  const { isOn, set } = useNoticePreference()
  const [isDenied, setIsDenied] = useState(false)
  if (!isSupported()) return null
  const toggle = async () => {
    if (isOn) return set(false)
    const isGranted = (await Notification.requestPermission()) === 'granted'
    setIsDenied(!isGranted)
    set(isGranted)
  }
  return (
    <>
      <IconButton label={isOn ? t('on') : t('off')} isPressed={isOn} onClick={() => void toggle()}>
        {isOn ? <Bell aria-hidden size={14} /> : <BellPlus aria-hidden size={14} />}
      </IconButton>
      {isDenied && <output>{t('denied')}</output>}
    </>
  )
}

/** Shows each notification that reaches a phone as one of the browser's too, once. */
export function useBrowserNotices() {
  const t = useTranslations('customer.browserNotices')
  const banner = useTranslations('customer.banner')
  const isOn = useNoticePreference((store) => store.isOn)
  const customers = useCustomerStore((store) => store.customers)
  // What is there when the page opens has been seen.
  const seen = useRef<Set<string> | null>(null)
  useEffect(() => {
    const all = customers.flatMap(({ letter, session }) =>
      (session?.inbox.notices ?? []).map((notice) => ({
        letter,
        name: session?.submitted.name ?? '',
        notice,
      })),
    )
    const before = seen.current
    seen.current = new Set(all.map(({ notice }) => notice.id))
    if (before === null || !isOn) return
    for (const { letter, name, notice } of all) {
      if (before.has(notice.id)) continue
      const body = isAvailable(notice.content) ? banner('title') : notice.content._display_message
      showNotification(t('title', { letter, name }), body, notice.id)
    }
  }, [customers, isOn, t, banner])
}
