'use client';

import { Menu } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { AfterHydration, Anchor } from '#ui/anchor.tsx';
import control from '#ui/control.module.css';
import { IconButton } from '#ui/icon-button.tsx';
import type { Zoom } from '../url.ts';
import { useReport } from '../use-report.tsx';
import styles from './toolbar.module.css';

const STEPS = [50, 75, 90, 100, 110, 125, 150, 175, 200] as const;
const FITS = [
  { zoom: 'width', label: 'Page width' },
  { zoom: 'page', label: 'Whole page' },
] as const;

/** Minus, plus and a menu of percentages, page width and whole page. It applies to the sheet only and is remembered. */
export function ZoomControl() {
  const { zoom, setZoom } = useReport();
  const [opened, setOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const label = labelOf(zoom);
  const out = typeof zoom === 'number' ? STEPS.findLast((step) => step < zoom) : 90;
  const into = typeof zoom === 'number' ? STEPS.find((step) => step > zoom) : 110;
  return (
    <div className={`${styles.group} ${styles.zoom}`}>
      <IconButton name="Zoom out" idle={!out && '50% is the least'} onClick={() => out && setZoom(out)}>
        <IconMinus size={16} stroke={1.75} aria-hidden="true" />
      </IconButton>
      <button
        ref={button}
        id="zoom-button"
        type="button"
        className={`${control.button} ${control.subtle} ${control.small} ${styles.percent}`}
        aria-label={`Zoom, ${label}`}
        aria-haspopup="menu"
        aria-expanded={opened}
        data-tip="Zoom of the sheet"
        onClick={() => setOpened(!opened)}
      >
        {label}
      </button>
      <AfterHydration>
        <Menu
          id="zoom-button"
          opened={opened}
          onChange={setOpened}
          position="bottom-start"
          withinPortal={false}
          classNames={{ dropdown: control.pop }}
        >
          <Menu.Target>
            <Anchor at={button} />
          </Menu.Target>
          <Menu.Dropdown miw={148}>
            <Menu.RadioGroup value={String(zoom)} onChange={(value) => setZoom(zoomOf(value))}>
              {STEPS.map((step) => (
                <ZoomItem key={step} zoom={step} />
              ))}
              <Menu.Divider className={control.rule} />
              {FITS.map((fit) => (
                <ZoomItem key={fit.zoom} zoom={fit.zoom} />
              ))}
            </Menu.RadioGroup>
          </Menu.Dropdown>
        </Menu>
      </AfterHydration>
      <IconButton name="Zoom in" idle={!into && '200% is the most'} onClick={() => into && setZoom(into)}>
        <IconPlus size={16} stroke={1.75} aria-hidden="true" />
      </IconButton>
    </div>
  );
}

function ZoomItem({ zoom }: { zoom: Zoom }) {
  return (
    <Menu.RadioItem value={String(zoom)} closeMenuOnClick classNames={{ item: control.option }}>
      {labelOf(zoom)}
    </Menu.RadioItem>
  );
}

function zoomOf(value: string): Zoom {
  return FITS.find((fit) => fit.zoom === value)?.zoom ?? Number(value);
}

function labelOf(zoom: Zoom): string {
  return FITS.find((fit) => fit.zoom === zoom)?.label ?? `${zoom}%`;
}
