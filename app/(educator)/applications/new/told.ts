import { startInput } from '@/lib/applications/start-model';

export type Query = { certificate?: string; kind?: string; schoolMonths?: string; otherState?: string };

/** What was told under "What do I need?" and goes into the draft. What cannot be an answer is left out. */
export function toldOf({ schoolMonths, otherState }: Query): Told {
  const { shape } = startInput;
  return {
    ...(shape.schoolMonths.safeParse(schoolMonths).success && schoolMonths && { schoolMonths }),
    ...(shape.otherState.safeParse(otherState).success && otherState && { otherState }),
  };
}

export type Told = { readonly schoolMonths?: string; readonly otherState?: string };
