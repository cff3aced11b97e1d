import 'server-only';
import { EXPORTS_AN_INSTANCE } from '#domain/exports.ts';

const CANCELLED = 'ExportCancelled';

/** Why an export was stopped: somebody pressed Cancel. */
export class ExportCancelled extends Error {
  override name = CANCELLED;
}

/** Whether that is why. By its name: of the class there is one in each bundle. */
export function isCancelled(reason: unknown): boolean {
  return reason instanceof Error && reason.name === CANCELLED;
}

/** A place among the exports of this process. `stop` ends what runs in it. */
export type Place = { name: string | null; stop: AbortController };

/** Kept on globalThis: routes and actions are bundled apart. */
const holder = globalThis as typeof globalThis & { portalExportsHere?: Set<Place> };

/** Takes a place, or null when this process makes as many files as it can. To be left when the export has ended. */
export function takePlace(): Place | null {
  if (isFull()) return null;
  const place: Place = { name: null, stop: new AbortController() };
  places().add(place);
  return place;
}

export function leavePlace(place: Place): void {
  places().delete(place);
}

/** Whether all places of this process are taken. */
export function isFull(): boolean {
  return places().size >= EXPORTS_AN_INSTANCE;
}

/** Stops an export at once if it runs in this process; in another one it sees by its receipt that it is to stop. */
export function stopHere(name: string): void {
  for (const place of places()) if (place.name === name) place.stop.abort(new ExportCancelled());
}

/** An export's name among those of all partners. */
export function placeName(partnerId: number, id: string): string {
  return `${partnerId} ${id}`;
}

function places(): Set<Place> {
  holder.portalExportsHere ??= new Set();
  return holder.portalExportsHere;
}
