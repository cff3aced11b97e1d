import type { CarrierMapping } from '#domain/carrier-list/mapping.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn } from '../tenant.ts';
import { STAFF } from './upload.ts';

/** How the columns of a carrier's lists are read, kept by name; `headers` are those of the file that it was made for. */
export type KeptMapping = {
  name: string;
  columns: { headers: string[]; mapping: CarrierMapping };
  at: Date;
  actor: string;
};

/** Every mapping that was kept, the one that was used last first. */
export async function listMappings(viewer: Viewer): Promise<KeptMapping[]> {
  demand(viewer, 'desk.read');
  return readIn(STAFF, (query) =>
    query<KeptMapping>('SELECT name, columns, at, actor FROM carrier_mapping ORDER BY at DESC, name'),
  );
}
