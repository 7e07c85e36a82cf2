import React, {type ReactElement, useId} from 'react';
import {BECAUSE, type RotatingSetting} from '../../contract/admin.js';
import {useAdminText} from '../text/use-admin-text.js';
import {useDayAndTime} from '../parts/use-times.js';
import {useRotation} from './use-rotation.js';

const TEXTS = {
  WebhookSecret: {
    question: 'zoom.admin.rotate.address',
    replaced: 'zoom.admin.rotate.address.replaced',
    leaked: 'zoom.admin.rotate.address.leaked',
  },
  ZoomWebhookSecret: {
    question: 'zoom.admin.rotate.token',
    replaced: 'zoom.admin.rotate.token.replaced',
    leaked: 'zoom.admin.rotate.token.leaked',
  },
} as const;

interface RotationQuestionProps {
  setting: RotatingSetting;
  /** What is on the screen, if it is a secret that was typed or generated there. */
  value: string | undefined;
}

/** Asks before the secret is saved whether the old one may be used for a while longer. */
export function RotationQuestion({setting, value}: RotationQuestionProps): ReactElement | null {
  const say = useAdminText();
  const dayAndTime = useDayAndTime();
  const id = useId();
  const rotation = useRotation(setting, value);
  if (rotation === undefined) return null;
  const {until, because, isKept, hasFailed, answer} = rotation;
  const texts = TEXTS[setting];
  return (
    <fieldset className="zoom-rotation">
      <legend>{say(texts.question)}</legend>
      {BECAUSE.map((reason) => (
        <div key={reason} className="zoom-reason">
          <input
            type="radio"
            id={`${id}-${reason}`}
            name={id}
            checked={because === reason}
            aria-describedby={`${id}-${reason}-text`}
            onChange={() => answer(reason)}
          />
          <div>
            <label htmlFor={`${id}-${reason}`}>{say(`zoom.admin.rotate.${reason}`)}</label>
            <p id={`${id}-${reason}-text`}>{say(texts[reason], {moment: dayAndTime(until)})}</p>
          </div>
        </div>
      ))}
      <p role="status" className="zoom-hint">
        {hasFailed
          ? say('zoom.admin.rotate.failed')
          : say(isKept ? 'zoom.admin.rotate.save' : 'zoom.admin.rotate.open')}
      </p>
    </fieldset>
  );
}
