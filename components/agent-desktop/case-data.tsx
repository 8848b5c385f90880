import type { InteractionJson } from '../../server/tester/contract.ts'

/** Every field that was submitted, by the name it had on the wire. */
export function CaseData({ interaction }: { interaction: InteractionJson }) {
  const fields = Object.entries(interaction.customer)
  if (fields.length === 0) return <p className="text-sm text-muted">No field was submitted.</p>
  return (
    <dl className="grid grid-cols-[minmax(0,auto)_minmax(0,1fr)] gap-x-3 gap-y-0.5 font-mono text-mono">
      {fields.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="break-words text-muted">{name}</dt>
          <dd className="break-all">{value === '' ? <span className="text-muted">empty</span> : value}</dd>
        </div>
      ))}
    </dl>
  )
}
