'use client'

import { Toast } from '@base-ui/react/toast'
import { clsx } from 'clsx'
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { useEffect, useRef, type ReactNode } from 'react'
import { CopyButton } from './copy-button.tsx'
import { inEnglish } from './in-english.tsx'
import { IconButton } from './icon-button.tsx'
import { useNoticeStore, type NoticeAction } from './toast.tsx'
import { useMakesWay } from './use-makes-way.ts'

const staysMillis = 6_000
/** As long as there is something to press: time to read, decide and get there. WCAG 2.2.1 asks for 20 s at least. */
const staysToActMillis = 20_000

interface NoticeData {
  action: NoticeAction | undefined
  why: string | undefined
}

const reportOf = (what: ReactNode, why: string | undefined) =>
  JSON.stringify({ what, why, page: window.location.href }, null, 2)

/** The corner where notices appear; it is loaded with the first of them. */
export function Notices() {
  return (
    <Toast.Provider timeout={staysMillis} limit={3}>
      <TakeUp />
      <Corner />
    </Toast.Provider>
  )
}

/** Shows what is waiting to be shown. */
function TakeUp() {
  const { add } = Toast.useToastManager<NoticeData>()
  const waiting = useNoticeStore((store) => store.waiting)
  const take = useNoticeStore((store) => store.take)
  useEffect(() => {
    for (const { tone = 'success', title, text, why, action } of waiting.length > 0 ? take() : [])
      add({
        type: tone,
        title,
        // Keys are pressed again: what is said already stays, and is not said beside itself.
        ...(tone === 'info' ? { id: title } : {}),
        description: text ?? (why === undefined ? undefined : inEnglish(why)),
        data: { action, why: why ?? text },
        ...(action !== undefined ? { timeout: staysToActMillis } : {}),
        ...(tone === 'danger' ? { timeout: 0, priority: 'high' as const } : {}),
      })
  }, [waiting, take, add])
  return null
}

function Corner() {
  const t = useTranslations('ui')
  const { toasts, close } = Toast.useToastManager<NoticeData>()
  const ref = useRef<HTMLDivElement>(null)
  const isAbove = useMakesWay(ref)
  return (
    <Toast.Portal>
      <Toast.Viewport
        ref={ref}
        aria-label={t('notices')}
        className={clsx(
          'fixed right-4 z-50 flex w-80 max-w-[calc(100vw-2rem)] flex-col gap-2',
          isAbove ? 'top-16' : 'bottom-4 max-wide:bottom-18',
        )}
      >
        {toasts.map((toast) => {
          const isFailure = toast.type === 'danger'
          const isInfo = toast.type === 'info'
          const Icon = isFailure ? CircleAlert : isInfo ? Info : CircleCheck
          const action = toast.data?.action
          return (
            <Toast.Root
              key={toast.id}
              toast={toast}
              className={clsx(
                'flex items-start gap-2 rounded-md border bg-surface p-3',
                isFailure ? 'border-danger' : 'border-line-strong',
              )}
            >
              <Icon
                aria-hidden
                size={16}
                className={clsx(
                  'mt-0.5 shrink-0',
                  isFailure ? 'text-danger' : isInfo ? 'text-muted' : 'text-success',
                )}
              />
              <Toast.Content className="flex min-w-0 flex-1 flex-col gap-1">
                <Toast.Title className="text-sm font-medium" render={<p />} />
                <Toast.Description className="text-sm break-words text-muted" />
                <div className="flex flex-wrap items-center gap-3 empty:hidden">
                  {action && 'href' in action && (
                    <Link href={action.href} className="self-start text-sm text-accent underline">
                      {action.label}
                    </Link>
                  )}
                  {action && 'onSelect' in action && (
                    <button
                      type="button"
                      className="min-h-6 self-start text-sm text-accent underline"
                      onClick={() => {
                        close(toast.id)
                        action.onSelect()
                      }}
                    >
                      {action.label}
                    </button>
                  )}
                  {isFailure && (
                    <CopyButton label={t('copyReport')} text={reportOf(toast.title, toast.data?.why)} />
                  )}
                </div>
              </Toast.Content>
              <Toast.Close
                render={
                  <IconButton label={t('dismiss')}>
                    <X aria-hidden size={14} />
                  </IconButton>
                }
              />
            </Toast.Root>
          )
        })}
      </Toast.Viewport>
    </Toast.Portal>
  )
}
