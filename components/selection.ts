/** What a link says the page is about. */
export interface Address {
  customer: string | null
  callback: string | null
  queue: string | null
}

/** What the reader has selected: a customer of this page, or a callback of somebody else's client, and maybe a queue. */
export interface Selection {
  selectedCustomer: string
  selectedCallback: string | null
  selectedQueue: string | null
}

/** A customer of this page, and the callback it has. */
export interface KnownCustomer {
  letter: string
  session: { serviceId: string } | null
}

/**
 * The selection as a link: it names the callback too, so that it leads to the same one in a browser that does not
 * have this customer.
 */
export function addressOf(
  { selectedCustomer, selectedCallback, selectedQueue: queue }: Selection,
  customers: readonly KnownCustomer[],
): Address {
  if (selectedCallback !== null) return { customer: null, callback: selectedCallback, queue }
  const own = customers.find(({ letter }) => letter === selectedCustomer)?.session?.serviceId
  return { customer: selectedCustomer, callback: own ?? null, queue }
}

/**
 * What a link leads to here. A callback that a customer of this page has started is this customer's; any other one is
 * looked at from outside. A queue is taken at its word. Null: the link says nothing that is known here.
 */
export function selectionOf(
  { queue, ...whom }: Address,
  customers: readonly KnownCustomer[],
): Partial<Selection> | null {
  const selection = whomOf(whom, customers)
  return selection || queue !== null ? { ...selection, selectedQueue: queue } : null
}

function whomOf(
  { customer, callback }: Omit<Address, 'queue'>,
  customers: readonly KnownCustomer[],
): Partial<Selection> | null {
  if (callback !== null) {
    const owner = customers.find(({ session }) => session?.serviceId === callback)
    return owner ? { selectedCustomer: owner.letter, selectedCallback: null } : { selectedCallback: callback }
  }
  return customers.some(({ letter }) => letter === customer) && customer !== null
    ? { selectedCustomer: customer, selectedCallback: null }
    : null
}

export const isSameAddress = (one: Address, other: Address): boolean =>
  one.customer === other.customer && one.callback === other.callback && one.queue === other.queue
