import React, {type ReactElement} from 'react';
import {formatMeetingNumber} from '../../contract/meeting-number.js';
import {useText} from '../text/use-text.js';
import {keyFor} from './key-for.js';
import type {CardView} from './parse-card.js';

/** For those who dial in or type: the number, and the passcode where the link does not carry it. */
export function CardNumbers({
  card,
  joinUrl,
}: {
  card: CardView;
  joinUrl: string | undefined;
}): ReactElement | null {
  const say = useText();
  const needsPasscode = card.passcode !== undefined && !hasPasscode(joinUrl);
  if (card.meetingId === '' && !needsPasscode) return null;
  return (
    <div className="zoom-numbers">
      {card.meetingId !== '' && (
        <span className="zoom-number">
          {say(keyFor(card, card.isPersonal ? 'zoom.card.personalId' : 'zoom.card.meetingId'), {
            id: formatMeetingNumber(card.meetingId),
          })}
        </span>
      )}
      {needsPasscode && (
        <span className="zoom-number">{say('zoom.card.passcode', {passcode: card.passcode ?? ''})}</span>
      )}
    </div>
  );
}

const hasPasscode = (link: string | undefined): boolean =>
  link !== undefined && new URL(link).searchParams.has('pwd');
