'use client'

import { Bell, BellPlus } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { isAt } from '../shell/navigation.ts'
import { useUiStore } from '../ui-store.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { showNotification } from '../ui/show-notification.ts'
import { useCustomerStore } from './customer-store.ts'
import { createNewNotices, type ReachedNotice } from './new-notices.ts'
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

/** Tells each notification that reaches a phone once: to those who listen to the page, and by the browser where wanted. */
export function useNewNotices() {
  const t = useTranslations('customer.browserNotices')
  const banner = useTranslations('customer.banner')
  const announce = useAnnounce()
  const path = usePathname()
  const customers = useCustomerStore((store) => store.customers)
  const [newOf] = useState(createNewNotices)
  const tell = useEffectEvent(({ key, letter, name, content }: ReachedNotice) => {
    const text = isAvailable(content) ? banner('title') : content._display_message
    // The banner of the customer in front is read as it comes.
    if (!isAvailable(content) || !isAt(path, '/') || !isInFront(letter))
      announce(t('spoken', { letter, text }))
    if (useNoticePreference.getState().isOn) showNotification(t('title', { letter, name }), text, key)
  })
  useEffect(() => {
    for (const notice of newOf(customers)) tell(notice)
  }, [customers, newOf])
}

function isInFront(letter: string): boolean {
  const { selectedCustomer, selectedCallback } = useUiStore.getState()
  return selectedCallback === null && selectedCustomer === letter
}
