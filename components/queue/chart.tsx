'use client'

import { useEffect, useRef, useSyncExternalStore } from 'react'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { timeOfDay } from '../ui/relative-time.tsx'
import { useRem } from '../ui/use-rem.ts'
import type { ChartData } from './chart-data.ts'

/** The tokens of the page's colours; a chart of two lines tells them apart by their dashes as well. */
const lineColors = ['--lane-queue', '--lane-agent'] as const
const dashes = [[], [6, 4]]
/** In rem. */
const chartHeight = 11.25
/** In seconds: what is less than one would give two lines the same words. */
const timeSteps = [1, 5, 15, 30, 60, 300, 900, 1800, 3600, 10_800, 21_600, 43_200, 86_400, 604_800]
const stepped = uPlot.paths.stepped?.({ align: 1 })

interface ChartProps {
  data: ChartData
  /** What each line is, in the order of the data. */
  names: readonly string[]
  /** What the picture shows, for those who do not see it; its table says the rest. */
  label: string
}

/** Lines over time, drawn on a canvas. */
export function Chart({ data, names, label }: ChartProps) {
  const rem = useRem()
  const place = useRef<HTMLDivElement>(null)
  const plot = useRef<uPlot | null>(null)
  const newest = useRef(data)
  const theme = useSyncExternalStore(watchTheme, themeOfPage, () => '')
  const key = `${names.join('|')}|${theme}`

  useEffect(() => {
    const element = place.current
    if (!element) return
    const height = chartHeight * rem
    const style = getComputedStyle(element)
    // Those of the theme, which is why another theme draws anew.
    const color = (token: string) => style.getPropertyValue(token).trim()
    const axis = {
      stroke: color('--muted'),
      grid: { stroke: color('--line'), width: 1 },
      ticks: { stroke: color('--line'), width: 1 },
      font: `${0.75 * rem}px ${style.fontFamily}`,
    }
    const drawn = new uPlot(
      {
        width: element.clientWidth,
        height,
        // Half of the last moment stands beside the end of its axis.
        padding: [null, 1.75 * rem, null, null],
        legend: { show: false },
        cursor: { show: false },
        scales: { y: { range: (_, __, max) => [0, Math.max(1, max * 1.1)] } },
        axes: [
          {
            ...axis,
            space: 5 * rem,
            incrs: timeSteps,
            size: 3 * rem,
            values: (_, times) => times.map((time) => timeOfDay(time * 1000)),
          },
          { ...axis, size: 2.75 * rem, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000] },
        ],
        series: [
          {},
          ...key
            .split('|')
            .slice(0, -1)
            .map((name, index) => ({
              label: name,
              stroke: color(lineColors[index % lineColors.length] ?? lineColors[0]),
              width: 2,
              // A figure holds until the next one was read; the workbench reads only when something has happened.
              ...(index === 0 && stepped ? { paths: stepped } : {}),
              dash: dashes[index % dashes.length] ?? [],
              // Waits are known only when somebody gets an agent: the line goes on from one to the next.
              spanGaps: index > 0,
              points: { show: index > 0 },
            })),
        ],
      },
      asColumns(newest.current),
      element,
    )
    plot.current = drawn
    const resized = new ResizeObserver(() => drawn.setSize({ width: element.clientWidth, height }))
    resized.observe(element)
    return () => {
      resized.disconnect()
      drawn.destroy()
      plot.current = null
    }
  }, [key, rem])

  useEffect(() => {
    newest.current = data
    plot.current?.setData(asColumns(data))
  }, [data])

  return (
    <div
      ref={place}
      {...picture}
      aria-label={label}
      className="w-full overflow-hidden"
      style={{ height: `${chartHeight}rem` }}
    />
  )
}

// A canvas in a box has no element of its own that says so.
const picture = { role: 'img' }

const asColumns = ({ times, lines }: ChartData): uPlot.AlignedData => [times, ...lines]

/** The theme that the page has by now: colours read at the choice of another one would still be the old one's. */
const themeOfPage = () => document.documentElement.dataset.theme ?? ''

function watchTheme(onChange: () => void) {
  const watcher = new MutationObserver(onChange)
  watcher.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => watcher.disconnect()
}
