import { type NextRequest, NextResponse } from 'next/server';

/** Gives each answer its Content-Security-Policy. Files that the build made carry no script of ours to guard. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = request.nextUrl.pathname.startsWith('/documents/') ? SEALED : contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('x-portal-path', request.nextUrl.pathname + request.nextUrl.search);
  // Next reads the nonce for its own scripts from the request's header.
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  if (isHttps()) response.headers.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
  return response;
}

// Next keeps up to 10 MB of a body that passes through here, and cuts off the rest: files that are uploaded go straight on.
export const config = {
  matcher: '/((?!_next/static/|desk/import/upload|reports/business-intelligence/number-porting/answer).*)',
};

/** What strangers sent runs nothing, fetches nothing and is no page of ours, even in a browser that shows it. */
const SEALED = "default-src 'none'; sandbox; frame-ancestors 'none'";

function contentSecurityPolicy(nonce: string): string {
  // Next's development overlay evaluates code and writes styles of its own.
  const development = process.env.NODE_ENV === 'development';
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    // Mantine writes style elements, which carry the nonce, and style attributes, which cannot.
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "connect-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function isHttps(): boolean {
  return process.env.NEXTAUTH_URL?.startsWith('https://') ?? false;
}
