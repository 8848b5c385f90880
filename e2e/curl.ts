/** Sends what a curl command with `-H` and `-F` says, and answers the JSON. */
export async function runCurl(command: string): Promise<unknown> {
  const [, user = ''] = /-H "gms_user: ([^"]+)"/.exec(command) ?? []
  const form = new FormData()
  for (const [, name = '', value = ''] of command.matchAll(/-F "([^=]+)=([^"]*)"/g)) form.set(name, value)
  const address = /https?:\/\/\S+/.exec(command)?.[0] ?? ''
  const answer = await fetch(address, { method: 'POST', headers: { gms_user: user }, body: form })
  return answer.json()
}
