import type { ReactNode } from 'react'

/** What stands between `<code>` and `</code>` in a message, for `t.rich`. */
export const inCode = (chunks: ReactNode) => <code className="wrap-anywhere">{chunks}</code>
