/** Whom a page or a file of a partner is for: `Confidential: for Harborlight’s authorized contacts only`. */
export function confidentiality(partner: string): string {
  return `Confidential: for ${possessive(partner)} authorized contacts only`;
}

/** `Harborlight’s`, `Harborlight Communications’`. */
function possessive(name: string): string {
  return /s$/i.test(name) ? `${name}’` : `${name}’s`;
}
