/** A line that was not taken stands before what has been typed since: both are to be said, in their order. */
export const putBack = (line: string, draft: string): string => (draft === '' ? line : `${line}\n${draft}`)
