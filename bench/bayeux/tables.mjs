import { servers } from './servers.mjs'

/** What is told of each row: the figure, how it is called, and what a server that leads has to reach. */
const figures = [
  {
    row: 'heap',
    figure: 'heap5000',
    title: 'heap per idle session, 5,000 held',
    unit: 'B',
    target: '<= 1.5',
  },
  {
    row: 'heap',
    figure: 'heap10000',
    title: 'heap per idle session, 10,000 held',
    unit: 'B',
    target: '<= 1.5',
  },
  { row: 'latency', figure: 'p50', title: 'push at 1,000/s to 100 users, p50', unit: 'µs', target: '<= 1.1' },
  { row: 'latency', figure: 'p99', title: 'push at 1,000/s to 100 users, p99', unit: 'µs', target: '<= 1.0' },
  {
    row: 'latency-one',
    figure: 'p50',
    title: 'push at 1,000/s to a single user, p50',
    unit: 'µs',
    target: '<= 1.1',
  },
  {
    row: 'latency-one',
    figure: 'p99',
    title: 'push at 1,000/s to a single user, p99',
    unit: 'µs',
    target: '<= 1.0',
  },
  { row: 'flood', figure: 'rate', title: 'most targeted messages a second', unit: '/s', target: '>= 0.85' },
  {
    row: 'flood',
    figure: 'perCpu',
    title: '… of the server’s processor time',
    unit: '/s',
    target: '>= 0.85',
  },
  {
    row: 'handshakes',
    figure: 'rate',
    title: 'handshakes a second (WebSocket: with connect)',
    unit: '/s',
    target: '>= 0.55',
  },
  {
    row: 'handshakes',
    figure: 'perCpu',
    title: '… of the server’s processor time',
    unit: '/s',
    target: '>= 0.55',
  },
  { row: 'cycles', figure: 'rate', title: 'long-poll cycles a second', unit: '/s', target: '>= 0.8' },
  {
    row: 'cycles',
    figure: 'perCpu',
    title: '… of the server’s processor time',
    unit: '/s',
    target: '>= 0.8',
  },
  {
    row: 'latency',
    figure: 'cpu',
    title: 'processor time per message at 1,000/s',
    unit: 'µs',
    target: '<= 1.1',
  },
]
const names = Object.keys(servers).filter((name) => servers[name].isCeiling !== true)
const transports = ['long-polling', 'websocket']

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted.length === 0 ? NaN : (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2
}

const show = (value) =>
  value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)))

/** One table per transport: each server's ratio to the ceiling of its own round, the median of the rounds. */
export function tables(results) {
  const ceiling = ({ transport }) => (transport === 'long-polling' ? 'raw-http' : 'raw-ws')
  const tableOf = (transport) => {
    const lines = figures.flatMap(({ row, figure, title, unit, target }) => {
      const all = results.filter((result) => result.row === row && result.transport === transport)
      const of = (name) => all.filter((result) => result.name === name && result[figure] !== undefined)
      const raw = of(ceiling({ transport }))
      if (raw.length === 0) return []
      const cells = names.map((name) => {
        const own = of(name)
        if (own.length === 0) return '–'
        const ratios = own.flatMap(({ round, [figure]: value }) => {
          const beside = raw.find((result) => result.round === round)
          return beside === undefined ? [] : [value / beside[figure]]
        })
        return `${median(ratios).toFixed(2)} (${show(median(own.map((result) => result[figure])))})`
      })
      const bare = `${show(median(raw.map((result) => result[figure])))} ${unit}`
      return [`| ${[title, bare, ...cells, target].join(' | ')} |`]
    })
    const head = [`${transport}`, ceiling({ transport }), ...names, 'to reach']
    return [`| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`, ...lines].join('\n')
  }
  return transports.map(tableOf).join('\n\n')
}
