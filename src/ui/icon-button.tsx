import type { ComponentPropsWithRef, ReactNode } from 'react';
import control from './control.module.css';

type IconButtonProps = Omit<ComponentPropsWithRef<'button'>, 'children'> & {
  /** Its name, read aloud and shown as a tooltip. */
  name: string;
  /** The key that does the same, shown beside the name. */
  shortcut?: string;
  /** Why pressing it does nothing just now; it stays in reach and says so. */
  idle?: string | false;
  children: ReactNode;
};

/** A button that is an icon: named, with a tooltip, never silently disabled. */
export function IconButton({
  name,
  shortcut,
  idle,
  className,
  children,
  onClick,
  ...others
}: IconButtonProps) {
  return (
    <button
      type="button"
      {...others}
      className={className ? `${control.icon} ${className}` : control.icon}
      aria-label={name}
      aria-disabled={idle ? true : undefined}
      data-tip={idle || name}
      data-tip-key={idle ? undefined : shortcut}
      onClick={idle ? undefined : onClick}
    >
      {children}
    </button>
  );
}
