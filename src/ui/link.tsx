'use client';

import NextLink from 'next/link';
import { type ComponentProps, useState } from 'react';

/**
 * A link within the portal. Next fetches what a link leads to as soon as it is in sight, several requests a page that are
 * mostly for nothing; this one does when it is pointed at or has the focus. `prefetch={false}` is for links that stand close
 * together and are passed over.
 */
export function Link({ prefetch, ...link }: ComponentProps<typeof NextLink>) {
  const [isMeant, setIsMeant] = useState(false);
  const mean = () => setIsMeant(true);
  return (
    <NextLink
      {...link}
      prefetch={prefetch ?? (isMeant ? null : false)}
      onPointerEnter={(event) => {
        mean();
        link.onPointerEnter?.(event);
      }}
      onFocus={(event) => {
        mean();
        link.onFocus?.(event);
      }}
    />
  );
}
