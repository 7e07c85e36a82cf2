import React from 'react';
import {useIntl} from 'react-intl';

export type StepState = 'open' | 'missing' | 'wrong' | 'works';

/** One step of the set-up, with how far it is. */
export function Step({
  number,
  title,
  state,
  children,
}: {
  number: number;
  title: string;
  state: StepState;
  children: React.ReactNode;
}): React.ReactElement {
  const {formatMessage} = useIntl();
  const mark = {open: String(number), missing: String(number), wrong: '✕', works: '✓'}[state];
  return (
    <section className="zoom-step" aria-label={title}>
      <span className={`zoom-mark zoom-mark--${state}`} aria-hidden="true">
        {mark}
      </span>
      <h3>
        {title}
        {state !== 'open' && (
          <span className="zoom-hidden"> ({formatMessage({id: `zoom.admin.state.${state}`})})</span>
        )}
      </h3>
      {children}
    </section>
  );
}
