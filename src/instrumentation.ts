import type { Instrumentation } from 'next';

/** Called by Next once, before the server takes its first request: without a sound environment it does not start. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { demandEnvironment } = await import('#server/demand-environment.ts');
  demandEnvironment();
  const { environment } = await import('#server/env.ts');
  const { watchAddresses } = await import('#server/client-address.ts');
  watchAddresses(environment().TRUST_PROXY);
  const { startSendingMails } = await import('#server/mail/start.ts');
  startSendingMails();
  const { setFlagsFromString } = await import('node:v8');
  // The faster objects are made, the later V8 collects the heap: while files stream, at up to four times what is in use.
  // NODE_OPTIONS does not take this one.
  setFlagsFromString('--heap-growing-percent=30');
}

/** Called by Next for what nobody caught. People are shown the digest as the reference. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { log } = await import('#server/log.ts');
  const digest = error instanceof Error && 'digest' in error ? error.digest : undefined;
  const path = request.path.split('?')[0];
  log.error(
    { reference: digest, method: request.method, path, route: context.routePath, err: error },
    'surprise',
  );
};
