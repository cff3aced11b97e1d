/** Where papers and lists of numbers are sent to. */
const UPLOAD_PATH = '/voice-services/unite-setup/upload';

/** Where a paper of a transfer is sent to. */
export function documentUploadUrl(transferId: number, kind: 'loa' | 'bill', name: string): string {
  return `${UPLOAD_PATH}/document?${new URLSearchParams({ transfer: String(transferId), kind, name })}`;
}

/** Where a list of numbers is sent to. */
export function listUploadUrl(name: string): string {
  return `${UPLOAD_PATH}/list?${new URLSearchParams({ name })}`;
}

export function documentTooLarge(name: string): string {
  return `${name || 'The file'} is larger than 10 MB, which is the most that can be taken.`;
}

/** Largest list of numbers that is taken, in bytes. */
export const LARGEST_LIST = 5_000_000;

export function listTooLarge(name: string): string {
  return `${name || 'The file'} is larger than 5 MB. A list needs one column of numbers alone.`;
}
