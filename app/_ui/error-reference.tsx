'use client';

import { createContext, useContext, type ReactNode } from 'react';

const ErrorReference = createContext<string | undefined>(undefined);

type ErrorReferenceProviderProps = { readonly value: string; readonly children: ReactNode };

/** Said once by the root layout: Next renders the not-found and forbidden pages into every other page, several times over. */
export function ErrorReferenceProvider({ value, children }: ErrorReferenceProviderProps) {
  return <ErrorReference value={value}>{children}</ErrorReference>;
}

/** What to quote on the phone about this request. */
export function useErrorReference(): string | undefined {
  return useContext(ErrorReference);
}
