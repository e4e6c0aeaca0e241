'use client';

import { useState, type ComponentProps } from 'react';
import { Details } from '@/app/_ui/details';
import { ActionForm } from './action-form';

type FoldedFormProps = ComponentProps<typeof ActionForm> & {
  /** The words one opens it by. */
  readonly summary: string;
};

/** A form few people need, behind a line. Refused without scripts it comes back open: what is wrong must be seen. */
export function FoldedForm({ summary, ...props }: FoldedFormProps) {
  const [isOpenAtFirst] = useState(props.form.summary.length > 0 || props.form.refusal !== undefined);
  return (
    <Details summary={summary} open={isOpenAtFirst}>
      <ActionForm {...props} />
    </Details>
  );
}
