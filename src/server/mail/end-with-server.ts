const PATIENCE_MS = 10_000;

/**
 * Lets `stop` come to its end before the process does. Next ends the process by itself once its server is closed, and has no
 * place for others to wait in: so its last step is held back, for ten seconds at most. Whoever kills the process before loses
 * nothing; only a mail that was just taken may then be sent again.
 */
export function endWithServer(stop: () => Promise<void>): void {
  let stopped: Promise<unknown> | null = null;
  const begin = (signal: NodeJS.Signals) => {
    if (stopped) return;
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref());
    stopped = Promise.race([stop(), patience]);
    const exit = process.exit.bind(process);
    const later = (code?: number | string | null) => void stopped?.finally(() => exit(code));
    process.exit = later as typeof process.exit;
    // Nobody else ends the process at this signal.
    if (process.listenerCount(signal) === 1) later(signal === 'SIGTERM' ? 143 : 130);
  };
  // Before whoever ends the process.
  process.prependListener('SIGTERM', begin);
  process.prependListener('SIGINT', begin);
}
