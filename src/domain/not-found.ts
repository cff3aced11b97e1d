/**
 * Thrown by `data/` when what was asked for is not there for this viewer: it does not exist, belongs to another tenant, or
 * may not be seen. The three look the same from outside.
 */
export class NotFound extends Error {
  override name = 'NotFound';
}
