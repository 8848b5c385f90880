'use client'

import { useTranslations } from 'use-intl'
import { paths, userHeader } from '../../server/gms/contract.ts'
import type { CallbackDetailJson } from '../../server/tester/contract.ts'
import { CodeBlock } from '../ui/code-block.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { useIsNextStep } from '../use-next-step.ts'

/** What the client has to send next, as a command to try it with. */
export function ClientTurn({ callback, operation }: { callback: CallbackDetailJson; operation: Turn }) {
  const t = useTranslations('observed')
  const nextStep = useIsNextStep('client-acts')
  const curl = curlOf(callback, operation)
  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm">
        {t(operation === 'connect' ? 'turnConnect' : 'turnChat')} {t('withCurl')}
      </p>
      <CodeBlock label={t('curlFor', { operation })} text={curl} />
      <div>
        <CopyButton label={t('copyCurl')} text={curl} nextStep={nextStep} />
      </div>
    </div>
  )
}

export type Turn = 'connect' | 'ixn/chat'

function curlOf({ id, user }: CallbackDetailJson, operation: Turn): string {
  return [
    `curl -i -X POST ${window.location.origin}${paths.operation(id, operation)}`,
    ...(user === null ? [] : [`-H '${userHeader}: ${user.replaceAll("'", `'\\''`)}'`]),
    ...(operation === 'ixn/chat' ? ["-F 'notify_by=comet'", "-F 'firstName=Test'"] : []),
  ].join(' \\\n  ')
}
