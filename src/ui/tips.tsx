'use client';

import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import styles from './tips.module.css';

type Tip = { target: HTMLElement; text: string; shortcut: string | null };

const OPEN_AFTER_MS = 350;
const CLOSE_AFTER_MS = 120;
const GAP_PX = 6;

/**
 * The one tooltip of a page. An element asks for it with `data-tip` (and `data-tip-key` for its shortcut); one with
 * `data-clip`, or a cell of a table with `data-clips`, shows its own text when that is cut. It opens on hover, keyboard
 * focus and a tap, can be pointed at, and closes with Escape (WCAG 1.4.13).
 */
export function Tips() {
  const [tip, setTip] = useState<Tip | null>(null);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = (next: Tip | null, ms: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => setTip(next), ms);
    };
    const over = (event: PointerEvent) => {
      if (event.pointerType === 'touch') return;
      if (box.current?.contains(event.target as Node)) return clearTimeout(timer);
      const next = tipOf(event.target);
      clearTimeout(timer);
      // What scrolled away from under the pointer meanwhile gets none.
      timer = next
        ? setTimeout(() => setTip(next.target.matches(':hover') ? next : null), OPEN_AFTER_MS)
        : setTimeout(() => setTip(null), CLOSE_AFTER_MS);
    };
    // A click comes after the focus has moved, which closes a tip; a finger says so in its pointer type.
    const tap = (event: PointerEvent) => {
      if (box.current?.contains(event.target as Node)) return;
      clearTimeout(timer);
      setTip(event.pointerType === 'touch' ? tipOf(event.target, `[data-tip-touch], ${CLIPS}`) : null);
    };
    const focus = (event: FocusEvent) => {
      if (event.target instanceof HTMLElement && event.target.matches(':focus-visible')) {
        later(tipOf(event.target), 0);
      }
    };
    const close = () => later(null, 0);
    const key = (event: KeyboardEvent) => event.key === 'Escape' && close();
    const events = new AbortController();
    const options = { signal: events.signal, passive: true };
    document.addEventListener('pointerover', over, options);
    document.addEventListener('click', tap, options);
    document.addEventListener('focusin', focus, options);
    document.addEventListener('focusout', close, options);
    document.addEventListener('keydown', key, options);
    // One that is about to open stays so: a pointer that rests does not say again where it is.
    document.addEventListener('scroll', () => setTip(null), { ...options, capture: true });
    return () => {
      events.abort();
      clearTimeout(timer);
    };
  }, []);

  useLayoutEffect(() => {
    if (!tip || !box.current) return;
    place(box.current, tip.target);
    if (tip.target.getAttribute('aria-label') === tip.text || tip.target.matches(CLIPS)) return;
    tip.target.setAttribute('aria-describedby', 'pp-tip');
    return () => tip.target.removeAttribute('aria-describedby');
  }, [tip]);

  if (!tip) return null;
  return createPortal(
    <div ref={box} id="pp-tip" role="tooltip" className={styles.tip}>
      {tip.text}
      {tip.shortcut && <kbd className={styles.key}>{tip.shortcut}</kbd>}
    </div>,
    // Inside the landmark or dialog that it belongs to, where assistive technology looks for it.
    tip.target.closest(LANDMARK) ?? document.body,
  );
}

const LANDMARK = 'main, nav, [role="dialog"], body > header';

const CLIPS = '[data-clip], [data-clips] td';

function tipOf(from: EventTarget | null, selector = `[data-tip], ${CLIPS}`): Tip | null {
  const target = from instanceof Element ? from.closest<HTMLElement>(selector) : null;
  if (!target?.isConnected) return null;
  const said = target.dataset.tip;
  if (said) return { target, text: said, shortcut: target.dataset.tipKey ?? null };
  if (!target.matches(CLIPS) || target.scrollWidth <= target.clientWidth) return null;
  return { target, text: target.textContent, shortcut: null };
}

function place(box: HTMLElement, target: HTMLElement): void {
  const at = target.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const below = at.bottom + GAP_PX + height <= window.innerHeight;
  const top = below ? at.bottom + GAP_PX : Math.max(4, at.top - GAP_PX - height);
  const centre = at.left + Math.min(at.width, 320) / 2 - width / 2;
  box.style.top = `${top}px`;
  box.style.left = `${Math.max(8, Math.min(centre, window.innerWidth - width - 8))}px`;
}
