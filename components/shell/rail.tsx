'use client'

import { clsx } from 'clsx'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { isAt, mainDestinations, otherDestinations, type Destination } from './navigation.ts'

/** The way to every page, at the left edge. On a narrow page a menu in the top bar takes its place. */
export function Rail() {
  const t = useTranslations('shell')
  return (
    <nav
      aria-label={t('navigation')}
      className="flex w-14 shrink-0 flex-col justify-between overflow-y-auto border-r bg-surface py-1 max-wide:hidden full:w-26"
    >
      <Destinations of={mainDestinations} />
      <Destinations of={otherDestinations} />
    </nav>
  )
}

function Destinations({ of }: { of: readonly Destination[] }) {
  return (
    <ul className="flex flex-col gap-0.5 px-1">
      {of.map((destination) => (
        <li key={destination.name}>
          <Way to={destination} />
        </li>
      ))}
    </ul>
  )
}

/** One way. Its page is fetched ahead when somebody points at it: all at once would hold up the page that opens. */
function Way({ to: { name, href, icon: Icon } }: { to: Destination }) {
  const t = useTranslations('shell')
  const [isNear, setNear] = useState(false)
  const approach = () => setNear(true)
  const isHere = isAt(usePathname(), href)
  return (
    <Link
      href={href}
      prefetch={isNear ? null : false}
      onPointerEnter={approach}
      onFocus={approach}
      aria-current={isHere ? 'page' : undefined}
      title={t(`describe.${name}`)}
      className={clsx(
        'flex min-h-12 flex-col items-center justify-center gap-1 rounded-md px-0.5 py-1.5 text-xs focus-visible:-outline-offset-2',
        isHere
          ? 'bg-accent-soft font-medium text-accent'
          : 'text-muted enabled-hover:bg-hover enabled-hover:text-text',
      )}
    >
      <Icon aria-hidden size={18} />
      <span className="max-w-full text-center break-words hyphens-auto max-full:sr-only">
        {t(`pages.${name}`)}
      </span>
    </Link>
  )
}
