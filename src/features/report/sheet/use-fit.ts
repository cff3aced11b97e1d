'use client';

import { type RefObject, useEffect, useState } from 'react';
import type { Zoom } from '../url.ts';

/** The least that a whole page shrinks to; below it nothing could be made out. */
const LEAST = 0.2;

/**
 * The scale at which the sheet is drawn: the percentage, or what makes a table `width` pixels wide (and, for a whole page,
 * as high as it is) fit the sheet. 1 until the sheet can be measured.
 */
export function useFit(sheet: RefObject<HTMLElement | null>, zoom: Zoom, width: number): number {
  const [fitted, setFitted] = useState(1);
  useEffect(() => {
    const element = sheet.current;
    if (typeof zoom === 'number' || !element) return;
    const measure = () => {
      const table = element.querySelector('table');
      const scale = Number(table?.dataset.scale ?? 1);
      const height = (table?.getBoundingClientRect().height ?? 0) / scale;
      const wide = element.clientWidth / width;
      const high = zoom === 'page' && height > 0 ? element.clientHeight / height : 2;
      setFitted(Math.max(LEAST, Math.min(2, wide, high)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [sheet, zoom, width]);
  return typeof zoom === 'number' ? zoom / 100 : fitted;
}
