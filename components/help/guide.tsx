import Link from 'next/link'
import type { Translate } from '../messages/translate.ts'
import { LaneMark, type Lane } from '../ui/lane-mark.tsx'

/** The steps of the flow: who takes each, and what crosses the wire. */
const steps = [
  { name: 'start', who: 'customer', wire: 'POST /genesys/1/service/callback/chat-delay' },
  { name: 'ready', who: 'agent', wire: 'push service.agentavailable.{id}' },
  { name: 'connect', who: 'customer', wire: 'POST /genesys/1/service/{id}/connect' },
  { name: 'chat', who: 'customer', wire: 'POST /genesys/1/service/{id}/ixn/chat' },
  { name: 'accept', who: 'agent', wire: 'push Notice.Joined' },
  { name: 'say', who: 'customer', wire: 'POST /genesys/1/service/{id}/ixn/chat/send' },
  { name: 'end', who: 'customer', wire: 'POST /genesys/1/service/{id}/ixn/chat/disconnect' },
] as const satisfies readonly { name: string; who: Lane; wire: string }[]

/** The whole flow, read in two minutes. */
export function Guide({ t }: { t: Translate<'help'> }) {
  return (
    <>
      <p className="text-muted">{t('guide.intro')}</p>
      <ol className="flex flex-col gap-3">
        {steps.map(({ name, who, wire }, index) => (
          <li key={name} className="flex gap-3">
            <span
              aria-hidden
              className="flex size-6 shrink-0 items-center justify-center rounded-full border border-line-strong text-xs font-semibold tabular-nums"
            >
              {index + 1}
            </span>
            <div className="flex min-w-0 flex-col gap-0.5">
              <h3 className="flex flex-wrap items-center gap-2 font-semibold">
                {t(`guide.steps.${name}.title`)}
                <span className="inline-flex items-center gap-1 text-xs font-normal text-muted">
                  <LaneMark lane={who} />
                  {t(`guide.who.${who}`)}
                </span>
              </h3>
              <p>{t(`guide.steps.${name}.text`)}</p>
              <code className="text-xs wrap-anywhere text-muted">{wire}</code>
            </div>
          </li>
        ))}
      </ol>
      <Link href="/" className="self-start text-accent underline underline-offset-2">
        {t('guide.open')}
      </Link>
    </>
  )
}
