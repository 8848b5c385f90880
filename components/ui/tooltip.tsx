'use client'

import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import { loadAgain } from './load-again.ts'

const TooltipLayer = dynamic(
  () => loadAgain(() => import('./tooltip-layer.tsx')).then((module) => module.TooltipLayer),
  {
    ssr: false,
  },
)

/**
 * The page's one tooltip. It tells `data-tip` and `data-tip-request` of whatever has the pointer or the focus, and is
 * loaded when the page has nothing else to do. Never the only place where something is said.
 */
export function Tooltips() {
  const [isIdle, setIsIdle] = useState(false)
  useEffect(() => {
    const timer = window.setTimeout(() => setIsIdle(true), 1_000)
    return () => window.clearTimeout(timer)
  }, [])
  return isIdle ? <TooltipLayer /> : null
}
