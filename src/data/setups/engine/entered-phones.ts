import { parsePastedNumbers } from '#domain/pasted-numbers.ts';
import type { PhoneNumber } from '#domain/phone-number.ts';

/** All numbers that stand in lists, each once. */
export function phonesOf(transfers: readonly { pasted: string }[]): PhoneNumber[] {
  const phones = transfers.flatMap(({ pasted }) =>
    parsePastedNumbers(pasted).flatMap(({ phone }) => phone ?? []),
  );
  return [...new Set(phones)];
}
