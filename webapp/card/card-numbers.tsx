import React, {type ReactElement} from 'react';
import {formatMeetingNumber} from '../../contract/meeting-number.js';
import {useText} from '../text/use-text.js';
import {type CardView, isOver} from './parse-card.js';

/** For those who dial in or type: the number, and the passcode where the link does not carry it. */
export function CardNumbers({
  card,
  joinUrl,
}: {
  card: CardView;
  joinUrl: string | undefined;
}): ReactElement | null {
  const say = useText();
  if (isOver(card)) return null;
  const needsPasscode = card.passcode !== undefined && !hasPasscode(joinUrl);
  return (
    <div className="zoom-numbers">
      <span className="zoom-number">
        {say('zoom.card.meetingId', {id: formatMeetingNumber(card.meetingId)})}
      </span>
      {needsPasscode && (
        <span className="zoom-number">{say('zoom.card.passcode', {passcode: card.passcode ?? ''})}</span>
      )}
    </div>
  );
}

const hasPasscode = (link: string | undefined): boolean =>
  link !== undefined && new URL(link).searchParams.has('pwd');
