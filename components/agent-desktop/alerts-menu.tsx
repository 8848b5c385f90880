'use client'

import { Bell, BellOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '../ui/icon-button.tsx'
import { Popover } from '../ui/popover.tsx'
import { Switch } from '../ui/switch.tsx'
import { useDeskSettings } from './desk-settings.ts'

/** How this browser calls when a chat rings: each way has its switch, and all can be muted. */
export function AlertsMenu() {
  const t = useTranslations('agent.alerts')
  const alerts = useDeskSettings((store) => store.alerts)
  const setAlerts = useDeskSettings((store) => store.setAlerts)
  const [isDenied, setDenied] = useState(false)
  const setNotification = async (isOn: boolean) => {
    const permission = isOn ? await Notification.requestPermission() : 'granted'
    setDenied(permission !== 'granted')
    setAlerts({ notification: isOn && permission === 'granted' })
  }
  return (
    <Popover
      title={t('title')}
      trigger={
        <IconButton label={t('title')}>
          {alerts.isMuted ? <BellOff aria-hidden size={16} /> : <Bell aria-hidden size={16} />}
        </IconButton>
      }
    >
      <div className="flex flex-col gap-2">
        <Switch label={t('sound')} isOn={alerts.sound} onChange={(sound) => setAlerts({ sound })} />
        <Switch label={t('tab')} isOn={alerts.title} onChange={(title) => setAlerts({ title })} />
        <Switch
          label={t('notification')}
          hint={isDenied ? t('denied') : undefined}
          isOn={alerts.notification}
          onChange={(isOn) => void setNotification(isOn)}
        />
        <Switch label={t('mute')} isOn={alerts.isMuted} onChange={(isMuted) => setAlerts({ isMuted })} />
      </div>
    </Popover>
  )
}
