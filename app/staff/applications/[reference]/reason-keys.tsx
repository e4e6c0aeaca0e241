'use client';

import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';

/** A digit opens the link of that number while the focus is in the list, which takes it as the page arrives. */
export function ReasonKeys({ children }: { children: ReactNode }) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => list.current?.focus(), []);

  const open = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
    if (ctrlKey || metaKey || altKey || !/^[1-9]$/.test(key)) return;
    list.current?.querySelectorAll('a')[Number(key) - 1]?.click();
  };
  return (
    // The list is only where the keys are heard; what they do, its links do as well.
    <ol className="cecs-reasons" ref={list} tabIndex={-1} onKeyDown={open}>
      {children}
    </ol>
  );
}
