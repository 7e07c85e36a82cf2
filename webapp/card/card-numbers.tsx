import React, {type ReactElement} from 'react';
import {useText} from '../text/use-text.js';
import {People} from './people.js';
import {type CardView, isOver} from './parse-card.js';

/** For those who dial in or type: the number, and the passcode where the link does not carry it; and who is in. */
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
      <span className="zoom-number">{say('zoom.card.meetingId', {id: grouped(card.meetingId)})}</span>
      {needsPasscode && (
        <span className="zoom-number">{say('zoom.card.passcode', {passcode: card.passcode ?? ''})}</span>
      )}
      <People card={card} />
    </div>
  );
}

const hasPasscode = (link: string | undefined): boolean =>
  link !== undefined && new URL(link).searchParams.has('pwd');

/** As Zoom writes it: `855 1234 5678`, `855 123 4567`. */
const grouped = (digits: string): string =>
  digits.replace(digits.length > 10 ? /^(\d{3})(\d{4})(\d+)$/ : /^(\d{3})(\d{3})(\d+)$/, '$1 $2 $3');
