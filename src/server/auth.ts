import 'server-only';
import type { AuthOptions, Profile } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { clientAddress } from './client-address.ts';
import { environment } from './env.ts';
import { log } from './log.ts';
import { SIGN_IN_PATH } from './return-path.ts';
import { claimsOf, SESSION_SECONDS, type Session, sessionCookie } from './session.ts';
import { signInAsVouchedFor, signInWithPassword } from './sign-in.ts';

/** The id of the OpenID Connect provider, when one is configured. */
export const SINGLE_SIGN_ON = 'single-sign-on';

/** What next-auth is told. Read at run time: a build needs no environment. */
export function authOptions(): AuthOptions {
  const { NEXTAUTH_SECRET } = environment();
  return {
    secret: NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    cookies: { sessionToken: sessionCookie() },
    pages: { signIn: SIGN_IN_PATH, signOut: SIGN_IN_PATH, error: SIGN_IN_PATH },
    providers: [passwordProvider(), ...singleSignOnProvider()],
    callbacks: {
      signIn: ({ user }) => isSession(user) || `${SIGN_IN_PATH}?error=no-account`,
      jwt: ({ token, user }) => (isSession(user) ? claimsOf(user, new Date()) : token),
    },
    logger: {
      error: (code) => log.warn({ code }, 'next-auth'),
      warn: (code) => log.warn({ code }, 'next-auth'),
      debug: () => undefined,
    },
  };
}

/** Whether the environment names an OpenID Connect provider. */
export function hasSingleSignOn(): boolean {
  return environment().OIDC_ISSUER !== undefined;
}

// The sign-in page calls signInWithPassword itself; this is the same for programs that speak next-auth's protocol.
function passwordProvider() {
  return CredentialsProvider({
    credentials: { email: { type: 'email' }, password: { type: 'password' } },
    async authorize(credentials, request) {
      const address = clientAddress(request.headers?.['x-forwarded-for'], environment().TRUST_PROXY);
      const { email = '', password = '' } = credentials ?? {};
      const result = await signInWithPassword(String(email), String(password), address);
      if (!result.signedIn) throw new Error(result.because);
      return { id: result.session.userId, ...result.session };
    },
  });
}

type Claimed = Profile & { sub: string; email_verified?: boolean };

/** Only people who are users already come in this way, recognised by an email address that the provider has checked. */
function singleSignOnProvider(): AuthOptions['providers'] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = environment();
  if (!OIDC_ISSUER) return [];
  return [
    {
      id: SINGLE_SIGN_ON,
      name: 'Single sign-on',
      type: 'oauth',
      wellKnown: `${OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
      authorization: { params: { scope: 'openid email' } },
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      idToken: true,
      checks: ['pkce', 'state', 'nonce'],
      async profile(claims: Claimed) {
        const vouched = claims.email_verified === true ? claims.email : undefined;
        const session = vouched ? await signInAsVouchedFor(vouched) : null;
        return { id: session?.userId ?? claims.sub, ...session };
      },
    },
  ];
}

function isSession(user: unknown): user is Session {
  return typeof user === 'object' && user !== null && 'userId' in user && 'sessionVersion' in user;
}
