type Limits = { readonly warnAfterMinutes: number; readonly idleMinutes: number };

export type Activity = { readonly stay: () => Promise<void>; readonly stop: () => void };

const minute = 60_000;

// eslint-disable-next-line house/no-clock -- how long nobody has done anything is known only to this browser
const now = () => Date.now();

/**
 * Tells how many minutes are left: undefined while there is nothing to ask, 0 when the sign-in has ended. The server decides;
 * this only foresees it. Typing counts as activity, and so does any page of the site in another tab.
 */
export function followActivity({ warnAfterMinutes, idleMinutes }: Limits, tell: (minutesLeft?: number) => void): Activity {
  const tabs = new BroadcastChannel('cecs-session');
  // The server writes activity down once a minute at most: never promise more time than there is.
  let heard = now() - minute;

  const idle = () => (now() - heard) / minute;
  const look = () => tell(idle() < warnAfterMinutes ? undefined : Math.max(0, Math.ceil(idleMinutes - idle())));
  const noteContact = () => {
    heard = now();
    tell();
  };
  let isAsking = false;
  const stay = async () => {
    if (isAsking) return;
    isAsking = true;
    const answer = await fetch('/api/session/extend', { method: 'POST' }).catch(() => undefined);
    isAsking = false;
    if (answer?.status === 401) {
      heard = 0;
      look();
    }
    if (!answer?.ok) return;
    noteContact();
    tabs.postMessage('');
  };
  const noteActivity = () => {
    if (idle() > 2 && idle() < warnAfterMinutes) void stay();
  };

  tabs.onmessage = noteContact;
  tabs.postMessage('');
  const timer = setInterval(look, 10_000);
  const events = ['keydown', 'pointerdown'] as const;
  for (const event of events) addEventListener(event, noteActivity);
  addEventListener('visibilitychange', look);
  return {
    stay,
    stop: () => {
      clearInterval(timer);
      for (const event of events) removeEventListener(event, noteActivity);
      removeEventListener('visibilitychange', look);
      tabs.close();
    },
  };
}
