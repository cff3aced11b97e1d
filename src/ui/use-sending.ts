'use client';

import { useCallback, useRef, useState } from 'react';

/** What came of sending a file: the answer, or the sentence that says why there is none. */
export type Sent<T> = { ok: true; value: T } | { ok: false; problem: string };

/** Sends a file to an address as the body of the request, or a form with files in it. `share` is how much has gone, from 0 to 1; null when idle. */
export function useSending<T>(): {
  share: number | null;
  send: (url: string, body: File | FormData) => Promise<Sent<T>>;
  stop: () => void;
} {
  const [share, setShare] = useState<number | null>(null);
  const request = useRef<XMLHttpRequest>(undefined);
  const send = useCallback((url: string, body: File | FormData) => {
    const sending = new XMLHttpRequest();
    request.current = sending;
    setShare(0);
    // fetch does not tell how much of a body has gone.
    sending.upload.onprogress = ({ loaded, total }) => setShare(total > 0 ? loaded / total : 0);
    return new Promise<Sent<T>>((resolve) => {
      sending.onloadend = () => {
        setShare(null);
        resolve(sentOf<T>(sending));
      };
      sending.open('POST', url);
      if (body instanceof File) sending.setRequestHeader('Content-Type', 'application/octet-stream');
      sending.send(body);
    });
  }, []);
  return { share, send, stop: useCallback(() => request.current?.abort(), []) };
}

function sentOf<T>({ status, responseText, responseURL }: XMLHttpRequest): Sent<T> {
  if (status === 0) {
    return {
      ok: false,
      problem: 'The file did not get through. It may have been changed or moved: choose it again.',
    };
  }
  if (/\/sign-in(\?|$)/.test(responseURL)) {
    return { ok: false, problem: 'Your session has ended. Sign in again to go on.' };
  }
  if (status !== 200) return { ok: false, problem: responseText.trim() };
  return { ok: true, value: JSON.parse(responseText) as T };
}
