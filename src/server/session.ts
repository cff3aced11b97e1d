import 'server-only';
import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { environment } from './env.ts';

/** Seconds from signing in until a session is over, however busy it was. */
export const SESSION_SECONDS = 8 * 60 * 60;

/** What a session's token says: who, under which version of its sessions, and when it signed in (seconds). */
const Claims = z.object({ sub: z.uuid(), version: z.int(), since: z.int() });

export type Session = { userId: string; sessionVersion: number };

/** The claims of a session that begins now; next-auth signs and encrypts them. */
export function claimsOf({ userId, sessionVersion }: Session, now: Date): z.infer<typeof Claims> {
  return { sub: userId, version: sessionVersion, since: Math.floor(now.getTime() / 1000) };
}

/** The session cookie as next-auth is told to write it: behind https the browser keeps it from every other scheme. */
export function sessionCookie() {
  const secure = environment().NEXTAUTH_URL.startsWith('https://');
  const name = secure ? '__Secure-next-auth.session-token' : 'next-auth.session-token';
  return { name, options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure } };
}

/** Signs this browser in, from a server action: the same token and cookie that next-auth's own endpoints write. */
export async function startSession(session: Session, now: Date): Promise<void> {
  const { name, options } = sessionCookie();
  const token = await encode({
    token: claimsOf(session, now),
    secret: environment().NEXTAUTH_SECRET,
    maxAge: SESSION_SECONDS,
  });
  (await cookies()).set(name, token, { ...options, maxAge: SESSION_SECONDS });
}

/** Signs this browser out. */
export async function endSession(): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, '', { ...options, maxAge: 0 });
}

/** The session of the request's cookie; null when there is none that holds. */
export async function readSession(now: Date): Promise<Session | null> {
  const token = (await cookies()).get(sessionCookie().name)?.value;
  return token ? decodeSession(token, now) : null;
}

/** The session that a token stands for; null when it was tampered with or its eight hours are over. */
export async function decodeSession(token: string, now: Date): Promise<Session | null> {
  // A token that we did not make, or whose time is over, does not decode.
  const payload = await decode({ token, secret: environment().NEXTAUTH_SECRET }).catch(() => null);
  const claims = Claims.safeParse(payload).data;
  // next-auth's own endpoint renews a token that it is shown; the eight hours run from signing in all the same.
  if (!claims || now.getTime() / 1000 - claims.since >= SESSION_SECONDS) return null;
  return { userId: claims.sub, sessionVersion: claims.version };
}
