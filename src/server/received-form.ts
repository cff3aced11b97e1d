import 'server-only';
import { openAsBlob } from 'node:fs';
import { receiveFile } from './received-file.ts';

/**
 * Receives the body of a request as a form with files in it, by way of a file, so that no more than `mostBytes` are ever
 * held. Null when it is no form. Another site cannot send one: to it there is nothing here.
 */
export async function receiveForm(
  request: Request,
  mostBytes: number,
): Promise<FormData | 'too-large' | null> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type)) return null;
  const body = await receiveFile(request, 'form', mostBytes);
  if (!body) return 'too-large';
  try {
    const blob = await openAsBlob(body.path);
    // Whatever is in the way of reading it makes it no form.
    return await new Response(blob, { headers: { 'Content-Type': type } }).formData().catch(() => null);
  } finally {
    await body.discard();
  }
}
