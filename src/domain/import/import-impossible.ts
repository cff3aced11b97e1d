/** The import cannot be made at all, and nothing of it was. The message is one sentence for whoever asked for it. */
export class ImportImpossible extends Error {
  override name = 'ImportImpossible';
}
