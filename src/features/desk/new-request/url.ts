export const NEW_REQUEST_PATH = '/desk/requests/new';

/** The address of the form for a new request, of a partner when one is known already. */
export function newRequestUrl(partner?: string): string {
  return partner ? `${NEW_REQUEST_PATH}?partner=${encodeURIComponent(partner)}` : NEW_REQUEST_PATH;
}
