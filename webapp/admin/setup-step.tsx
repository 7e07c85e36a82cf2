import React, {type ReactElement, type ReactNode} from 'react';
import type {CheckState} from '../../contract/admin.js';
import {useAdminText} from '../text/use-admin-text.js';
import type {StepName} from './setup-steps.js';
import {StateSign} from './state-sign.js';

interface SetupStepProps {
  name: StepName;
  number: number;
  state: CheckState;
  children: ReactNode;
}

/** One step: what to do, how far it is, and the fields for it. */
export function SetupStep({name, number, state, children}: SetupStepProps): ReactElement {
  const say = useAdminText();
  return (
    <li className="zoom-step">
      <div className="zoom-step-head">
        <span className="zoom-step-number" aria-hidden="true">
          {number}
        </span>
        <h3>{say(`zoom.admin.${name}`)}</h3>
        <StateSign state={state} isWordSeen />
      </div>
      <p className="zoom-setup-text">{say(`zoom.admin.${name}.text`)}</p>
      {children}
    </li>
  );
}
