import { EXPORTS_A_USER } from '#domain/exports.ts';

/** After so many seconds it is worth asking again. */
export const WAIT_SECONDS = 10;

export const USER_BUSY = `${EXPORTS_A_USER} of your exports are running. Wait until one is done, or cancel one, then start this one.`;
export const INSTANCE_BUSY =
  'As many files as can be made at once are being made. Wait a few seconds, then start this one.';
