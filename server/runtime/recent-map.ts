/**
 * Knows the values of the keys that were set last, `max` of them. A plain `Map` whose first key is deleted each time
 * would do as well, were it not that its iterator walks over every key deleted before: with 10,000 keys that costs
 * more than all else that a message needs.
 */
export class RecentMap<K, V> {
  private readonly max: number
  private readonly entries = new Map<K, { readonly key: K; readonly value: V }>()
  /** The newest `max` entries, in a ring: the oldest stands at `next` once it is full. */
  private readonly ring: { readonly key: K; readonly value: V }[] = []
  private next = 0

  /** Remembers the newest `max` keys, one at least. */
  constructor(max: number) {
    this.max = max
  }

  get(key: K): V | undefined {
    return this.entries.get(key)?.value
  }

  /** Gives the key a value, and makes it the newest; the oldest goes when there are too many. */
  set(key: K, value: V): void {
    const oldest = this.ring[this.next]
    // It may have been set anew since.
    if (oldest !== undefined && this.entries.get(oldest.key) === oldest) this.entries.delete(oldest.key)
    const entry = { key, value }
    this.entries.set(key, entry)
    this.ring[this.next] = entry
    this.next = (this.next + 1) % this.max
  }

  clear(): void {
    this.entries.clear()
    this.ring.length = 0
    this.next = 0
  }
}
