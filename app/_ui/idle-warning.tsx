'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from './button';
import { followActivity, type Activity } from './follow-activity';

type IdleWarningProps = { readonly warnAfterMinutes: number; readonly idleMinutes: number };

/** Asks before a sign-in ends for want of activity. Never leaves the page: what was typed stays, before and after. */
export function IdleWarning({ warnAfterMinutes, idleMinutes }: IdleWarningProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const activity = useRef<Activity>(null);
  const [minutesLeft, setMinutesLeft] = useState<number>();
  const isEnded = minutesLeft === 0;
  const isAsked = minutesLeft !== undefined;

  useEffect(() => {
    const followed = followActivity({ warnAfterMinutes, idleMinutes }, setMinutesLeft);
    activity.current = followed;
    return followed.stop;
  }, [warnAfterMinutes, idleMinutes]);
  useEffect(() => {
    if (isAsked && !dialog.current?.open) dialog.current?.showModal();
    if (!isAsked) dialog.current?.close();
  }, [isAsked, isEnded]);

  return (
    <dialog
      ref={dialog}
      className="cecs-dialog"
      aria-labelledby="idle-warning"
      onCancel={() => {
        if (!isEnded) void activity.current?.stay();
      }}
    >
      {isEnded ? <Ended /> : <Asked minutesLeft={minutesLeft ?? 1} stay={() => void activity.current?.stay()} />}
    </dialog>
  );
}

function Asked({ minutesLeft, stay }: { minutesLeft: number; stay: () => void }) {
  return (
    <>
      <h2 id="idle-warning" aria-live="polite">
        You will be logged out in {minutesLeft} {minutesLeft === 1 ? 'minute' : 'minutes'}
      </h2>
      <p>There has been no activity for a while. What you typed is not lost.</p>
      <div className="cecs-actions">
        <Button type="button" onClick={stay}>
          Stay logged in
        </Button>
        <form action="/log-out" method="post">
          <Button look="quiet">Log out</Button>
        </form>
      </div>
    </>
  );
}

function Ended() {
  return (
    <>
      <h2 id="idle-warning">You have been logged out</h2>
      <p>
        What you typed is still here. Go on and send it: you log in again, and it is kept, all but passwords and Social Security
        numbers. Or <a href="/login" target="_blank">log in again in a new tab</a> first, and lose not even those.
      </p>
      <form method="dialog" className="cecs-actions">
        <Button>Back to the page</Button>
      </form>
    </>
  );
}
