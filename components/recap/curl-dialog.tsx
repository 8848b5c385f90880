'use client'

import { useQuery } from '@tanstack/react-query'
import { SquareTerminal } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { callbackExportQuery } from '../callbacks-queries.ts'
import { Button } from '../ui/button.tsx'
import { CodeBlock } from '../ui/code-block.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { renderCurlScript } from './curl-script.ts'
import type { Recap } from './recap.ts'

/** The same once more, from a shell. */
export function CurlDialog({ serviceId, requests }: { serviceId: string; requests: Recap['requests'] }) {
  const t = useTranslations('recap')
  const [isOpen, setIsOpen] = useState(false)
  // Every later request names the id that the start is answered with.
  const hasStart = requests.some(({ note }) => note === 'start callback')
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      title={t('curl.title')}
      description={t('curl.what')}
      size="large"
      trigger={
        <Button size="small" disabledReason={hasStart ? null : t('curl.noStart')}>
          <SquareTerminal aria-hidden size={14} />
          {t('curl.open')}
        </Button>
      }
    >
      <Script serviceId={serviceId} requests={requests} />
    </Dialog>
  )
}

function Script({ serviceId, requests }: { serviceId: string; requests: Recap['requests'] }) {
  const t = useTranslations('recap.curl')
  const { data, error, refetch } = useQuery(callbackExportQuery(serviceId))
  if (error) return <ErrorState title={t('unreadable')} error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton what={t('loading')} />
  const wanted = new Set(requests.map(({ number }) => number))
  const rows = data.wire.filter(({ number }) => wanted.has(number))
  const script = renderCurlScript(rows, serviceId, window.location.origin, {
    head: t('head'),
    beforeConnect: t('beforeConnect'),
    beforeChat: t('beforeChat'),
    beforeTalk: t('beforeTalk'),
  })
  return (
    <>
      <div>
        <CopyButton label={t('copy')} text={script} />
      </div>
      <CodeBlock label={t('script')} text={script} className="max-h-most" />
    </>
  )
}
