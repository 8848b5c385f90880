/** @type {import('next').NextConfig} */
export default {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  // Messages come compiled from the server (`components/messages/compiled.ts`): what only formats them is enough.
  turbopack: { resolveAlias: { 'use-intl/format-message': 'use-intl/format-message/format-only' } },
  // Types are checked by `npm test` for the whole project at once, the server's included.
  typescript: { ignoreBuildErrors: true },
}
