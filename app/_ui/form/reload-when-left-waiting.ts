import { useEffect, type RefObject } from 'react';

/** Coming back from the card page with the browser's Back button must not meet a form that still waits. */
export function useReloadWhenLeftWaiting(isSending: RefObject<boolean>): void {
  useEffect(() => {
    const reload = (event: PageTransitionEvent) => {
      if (event.persisted && isSending.current) window.location.reload();
    };
    window.addEventListener('pageshow', reload);
    return () => window.removeEventListener('pageshow', reload);
  }, [isSending]);
}
