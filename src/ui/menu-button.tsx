'use client';

import { Menu, type MenuProps } from '@mantine/core';
import { type ComponentProps, type ReactNode, useId, useRef, useState } from 'react';
import { AfterHydration, Anchor } from './anchor.tsx';
import control from './control.module.css';

type MenuButtonProps = Omit<ComponentProps<'button'>, 'id' | 'ref'> & {
  items: ReactNode;
  position: MenuProps['position'];
  width?: number;
  /** Items of navigation are reached by Tab too. */
  tabbable?: boolean;
};

const CLASSES = {
  dropdown: control.pop,
  item: control.option,
  itemSection: control.section,
  label: control.caption,
  divider: control.rule,
};

/** A button that opens a menu of `items` (Menu.Item and its kin). The menu itself comes along after hydration. */
export function MenuButton({ items, position, width, tabbable, children, ...button }: MenuButtonProps) {
  const id = useId();
  const target = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState(false);
  return (
    <>
      <button
        type="button"
        {...button}
        ref={target}
        id={id}
        aria-haspopup="menu"
        aria-expanded={opened}
        onClick={() => setOpened(!opened)}
      >
        {children}
      </button>
      <AfterHydration>
        <Menu
          id={id}
          opened={opened}
          onChange={setOpened}
          position={position}
          width={width}
          menuItemTabIndex={tabbable ? 0 : -1}
          // Where the button stands, so that it belongs to the same landmark and comes next in the order of Tab.
          withinPortal={false}
          // Mantine's placeholder would be a focusable child of the menu that is no item.
          withInitialFocusPlaceholder={false}
          classNames={CLASSES}
        >
          <Menu.Target>
            <Anchor at={target} />
          </Menu.Target>
          <Menu.Dropdown>{items}</Menu.Dropdown>
        </Menu>
      </AfterHydration>
    </>
  );
}
