'use server';

import { z } from 'zod';
import { cancelExport as cancel } from '#data/exports/cancel-export.ts';
import { countRunning } from '#data/exports/count-running.ts';
import { EXPORTS_A_USER } from '#domain/exports.ts';
import { type ActionResult, act } from '#server/action.ts';
import { isFull, placeName, stopHere } from './running-here.ts';
import { INSTANCE_BUSY, USER_BUSY } from './sentences.ts';

/** Whether one more export of the viewer may begin now: null, or the sentence that says why not. */
export async function mayExport(): Promise<ActionResult<string | null>> {
  return act('may-export', z.undefined(), undefined, async (viewer) => {
    if ((await countRunning(viewer)) >= EXPORTS_A_USER) return USER_BUSY;
    return isFull() ? INSTANCE_BUSY : null;
  });
}

/** Stops a running export of the viewer: at once when it runs in this process, else within about a second. */
export async function cancelExport(id: string): Promise<ActionResult<void>> {
  return act('cancel-export', z.uuid(), id, async (viewer, known) => {
    const { partnerId } = await cancel(viewer, known);
    stopHere(placeName(partnerId, known));
  });
}
