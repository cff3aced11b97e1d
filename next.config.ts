import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // A second server in the same tree (browser tests, a look at a change) builds into a folder of its own.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  // A build checks what it builds; the tests' types are checked with the tests.
  typescript: {
    tsconfigPath: 'tsconfig.build.json',
    ignoreBuildErrors: process.env.TYPES_ARE_CHECKED_ELSEWHERE === 'yes',
  },
  serverExternalPackages: [
    ...['@node-rs/argon2', 'graphile-worker', 'nodemailer', 'pg', 'pino', 'rate-limiter-flexible'],
    ...['pdfkit', 'docx', 'exceljs', 'fflate'],
  ],
  headers: async () => [
    { source: '/:path*', headers: EVERYWHERE },
    { source: '/follow/:path*', headers: BEHIND_A_LINK },
  ],
};

/** On every answer, pages and files alike. The Content-Security-Policy has a nonce and is made by src/proxy.ts. */
const EVERYWHERE = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  },
];

/** On what a link shows to whoever has it: its address is a secret, which no other site and no index may learn. */
const BEHIND_A_LINK = [
  { key: 'Referrer-Policy', value: 'no-referrer' },
  { key: 'X-Robots-Tag', value: 'noindex, nofollow, noarchive' },
  { key: 'Cache-Control', value: 'private, no-store' },
];

export default config;
