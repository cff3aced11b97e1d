'use client';

import { type RefObject, useEffect } from 'react';

/**
 * Marks the sheet with `data-more-end` while columns remain to the right and with `data-more-start` once some have gone
 * under the pinned ones. Written straight to the element: nothing has to be drawn anew for a shadow.
 */
export function useEdges(sheet: RefObject<HTMLElement | null>, frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const inside = sheet.current;
    const outside = frame.current;
    if (!inside || !outside) return;
    const look = () => {
      outside.toggleAttribute('data-more-start', inside.scrollLeft > 0);
      outside.toggleAttribute(
        'data-more-end',
        inside.scrollLeft + inside.clientWidth < inside.scrollWidth - 1,
      );
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(inside);
    for (const child of inside.children) observer.observe(child);
    inside.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      inside.removeEventListener('scroll', look);
    };
  }, [sheet, frame]);
}
