import 'server-only';

/**
 * Answers with a file to be saved. Bytes that are still being made are taken no faster than the client takes them. `name` may
 * have any characters.
 */
export function attachment(
  name: string,
  contentType: string,
  bytes: Uint8Array<ArrayBuffer> | AsyncGenerator<Uint8Array>,
): Response {
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, '_');
  return new Response(bytes instanceof Uint8Array ? bytes : streamOf(bytes), {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${escaped(name)}`,
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

function streamOf(bytes: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await bytes.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await bytes.return(undefined);
    },
  });
}

/** RFC 8187 allows less unescaped than encodeURIComponent leaves. */
function escaped(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
