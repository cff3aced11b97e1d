import 'server-only';
import type { NextRequest } from 'next/server';
import { NotFound } from '#domain/not-found.ts';
import type { Viewer } from '#domain/viewer.ts';
import { logSurprise } from './log.ts';
import { signInPath } from './return-path.ts';
import { currentViewer } from './viewer.ts';

type Handle = (viewer: Viewer, request: NextRequest) => Promise<Response>;

/**
 * The only way from an address to a file: who asks, then `handle`. Nobody is sent to sign in, "not found" answers 404,
 * anything else is logged as `name` and answers 500 with its reference. What goes wrong after the first byte is for
 * `handle` to tell.
 */
export function route(name: string, handle: Handle): (request: NextRequest) => Promise<Response> {
  return async (request) => {
    let viewer: Viewer | null = null;
    try {
      viewer = await currentViewer();
      if (!viewer) return redirectTo(signInPath(request.nextUrl.pathname + request.nextUrl.search));
      const response = await handle(viewer, request);
      response.headers.set('Cache-Control', 'private, no-store');
      return response;
    } catch (error) {
      if (error instanceof NotFound)
        return sentence(404, 'There is nothing at this address, or not for you.');
      const userId = viewer && 'userId' in viewer ? viewer.userId : undefined;
      const reference = logSurprise(error, { userId, at: name });
      return sentence(500, `This did not work. Quote the reference ${reference} when you write to us.`);
    }
  };
}

/** For an address to which things are only sent. Throws NotFound. */
export async function nothingHere(): Promise<never> {
  throw new NotFound('page');
}

/** Answers an address that cannot be read, in a sentence that says why. */
export function refuse(because: string): Response {
  return sentence(400, because);
}

/** Answers what may be asked again after so many seconds, in a sentence that says why. */
export function askLater(because: string, seconds: number): Response {
  const response = sentence(429, because);
  response.headers.set('Retry-After', String(seconds));
  return response;
}

// Relative, so that it holds whatever name the portal was reached by.
function redirectTo(path: string): Response {
  return new Response(null, { status: 307, headers: { Location: path, 'Cache-Control': 'no-store' } });
}

function sentence(status: number, text: string): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
