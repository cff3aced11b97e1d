import { environment } from '../env.ts';
import { deliveryOver } from './delivery.ts';
import { endWithServer } from './end-with-server.ts';
import { workOffMails } from './worker.ts';

/** Kept on globalThis: Next may load this more than once into a process. */
const holder = globalThis as typeof globalThis & { portalSendsMails?: true };

/** Sends mails from within the server's process, until it ends. */
export function startSendingMails(): void {
  if (holder.portalSendsMails) return;
  holder.portalSendsMails = true;
  endWithServer(workOffMails(deliveryOver(environment())).stop);
}
