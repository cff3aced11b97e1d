'use client';

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

type Told<Problem> = {
  /** Of the form whose fields they are. */
  form: RefObject<HTMLFormElement | null>;
  problems: readonly Problem[];
  /** Tells what is in the way; the focus goes to the first field that is wrong. */
  tell: (problems: readonly Problem[]) => void;
  /** Takes back what was told of fields that are being changed; the focus stays. */
  settle: (fields: object) => void;
};

/** What is wrong with a form as it was sent, until it is put right. */
export function useToldProblems<Problem extends { field: string }>(): Told<Problem> {
  const form = useRef<HTMLFormElement>(null);
  const [told, setTold] = useState<{ problems: readonly Problem[]; times: number }>({
    problems: [],
    times: 0,
  });
  const { problems, times } = told;
  useEffect(() => {
    if (times > 0) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [times]);
  const tell = useCallback(
    (next: readonly Problem[]) =>
      setTold(({ times }) => ({ problems: next, times: next.length > 0 ? times + 1 : times })),
    [],
  );
  const settle = useCallback(
    (fields: object) =>
      setTold((was) => ({ ...was, problems: was.problems.filter(({ field }) => !(field in fields)) })),
    [],
  );
  return { form, problems, tell, settle };
}
