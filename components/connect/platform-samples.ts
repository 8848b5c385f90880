interface Place {
  readonly port: number
  readonly cometPath: string
}

/** A few lines for each platform that let a client reach the tester and listen for push. */
export const samples: Readonly<Record<'browser' | 'android' | 'ios' | 'other', (place: Place) => string>> = {
  browser: ({ port, cometPath }) => `import { CometD } from 'cometd'

const comet = new CometD()
comet.configure({
  url: 'http://localhost:${port}${cometPath}',
  requestHeaders: { gms_user: 'my-app' },
})
comet.addListener('/meta/handshake', ({ successful }) => {
  if (successful) comet.subscribe('/_genesys', ({ data }) => console.log(data))
})
comet.handshake({ ext: { gms_user: 'my-app' } })`,

  android: () => `<!-- res/xml/network_security_config.xml -->
<network-security-config>
  <domain-config cleartextTrafficPermitted="true">
    <domain includeSubdomains="false">10.0.2.2</domain>
  </domain-config>
</network-security-config>

<!-- AndroidManifest.xml -->
<application android:networkSecurityConfig="@xml/network_security_config">`,

  ios: () => `<!-- Info.plist -->
<key>NSAppTransportSecurity</key>
<dict>
  <key>NSAllowsLocalNetworking</key>
  <true/>
</dict>`,

  other: ({ port, cometPath }) => `GMS_URL=http://localhost:${port}/genesys
COMETD_URL=http://localhost:${port}${cometPath}

# before a test run, from the tester's own API:
curl -X POST http://localhost:${port}/gmstester/api/reset
curl -X POST -H "content-type: application/json" -d "{\\"state\\":\\"ready\\"}" http://localhost:${port}/gmstester/api/agents/anna/state`,
}
