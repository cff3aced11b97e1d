import { NotFound } from '#domain/not-found.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn, scopeOf } from '../tenant.ts';

/** What stands under a viewer's name: the name of its partner, the company of an end user's account, or the porting team. */
export async function readAffiliation(viewer: Viewer): Promise<string> {
  if (viewer.role === 'partner') {
    const scope = scopeOf(viewer, viewer.partnerId);
    return only(
      await readIn(scope, (query) => query('SELECT name FROM partner WHERE id = $1', [viewer.partnerId])),
    );
  }
  if (viewer.role === 'end-user') {
    const { partnerId, accountId } = viewer;
    const account = `SELECT coalesce(company_name, username, id) AS name FROM account WHERE partner_id = $1 AND id = $2`;
    return only(await readIn(scopeOf(viewer, partnerId), (query) => query(account, [partnerId, accountId])));
  }
  if (viewer.role === 'system') throw new NotFound('affiliation');
  return 'Porting team';
}

function only(rows: { name: string }[]): string {
  const [found] = rows;
  if (!found) throw new NotFound('affiliation');
  return found.name;
}
