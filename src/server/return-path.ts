export const SIGN_IN_PATH = '/sign-in';

/** Where to go after signing in: the path of `callbackUrl` when it is one of ours, else the start page. Never another site. */
export function returnPath(callbackUrl: string | undefined, origin: string): string {
  if (!callbackUrl || !URL.canParse(callbackUrl, origin)) return '/';
  const url = new URL(callbackUrl, origin);
  const ours = url.origin === new URL(origin).origin && !url.pathname.startsWith(SIGN_IN_PATH);
  return ours && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}${url.hash}` : '/';
}

/** The address of the sign-in page that leads back to `path`. */
export function signInPath(path: string): string {
  return path === '/' ? SIGN_IN_PATH : `${SIGN_IN_PATH}?${new URLSearchParams({ callbackUrl: path })}`;
}
