import React from 'react';
import {useIntl} from 'react-intl';
import {useSelector} from 'react-redux';
import type {GlobalState} from '../mattermost/global-state.js';
import {timeZone, usesMilitaryTime} from '../mattermost/selectors.js';
import type {CardView} from './read-card.js';
import {useNow} from './use-now.js';

const MINUTE = 60_000;

/** One line: who waits, since when it is live, or when it ended and how long it was. */
export function CardStatus({card}: {card: CardView}): React.ReactElement {
  const {formatMessage} = useIntl();
  const now = useNow(card.state !== 'ended');
  const time = useTimeOf(card.endedAt, now);
  const name = card.hostName;
  if (card.state === 'ended') {
    const length = minutesBetween(card.startedAt, card.endedAt);
    const id =
      time === undefined
        ? 'zoom.card.ended'
        : length === undefined
          ? 'zoom.card.endedAt'
          : 'zoom.card.endedAfter';
    return (
      <div className="zoom-card-status">
        {formatMessage({id}, {time, minutes: length})}
        {card.peopleCount > 0 && (
          <span> · {formatMessage({id: 'zoom.card.people'}, {count: card.peopleCount})}</span>
        )}
      </div>
    );
  }
  const since = card.state === 'live' ? (card.startedAt ?? card.openedAt) : card.openedAt;
  const minutes = minutesBetween(since, now);
  return (
    <div className="zoom-card-status">
      {card.state === 'live' && <span className="zoom-card-dot" aria-hidden="true" />}
      {formatMessage({id: card.state === 'live' ? 'zoom.card.live' : 'zoom.card.waiting'}, {name, minutes})}
      {card.isRecording && <span> · {formatMessage({id: 'zoom.card.recording'})}</span>}
    </div>
  );
}

/** To the nearest minute; 0 below one. */
function minutesBetween(from: number | undefined, to: number | undefined): number | undefined {
  if (from === undefined || to === undefined) return undefined;
  const length = Math.max(0, to - from);
  return length < MINUTE ? 0 : Math.round(length / MINUTE);
}

/** A moment as the reader tells it: their language, their zone, their clock; with the day unless it is today. */
function useTimeOf(at: number | undefined, now: number): string | undefined {
  const {formatDate} = useIntl();
  const zone = useSelector(timeZone);
  const isMilitary = useSelector((state: GlobalState) => usesMilitaryTime(state));
  if (at === undefined) return undefined;
  const zoned = zone === undefined ? {} : {timeZone: zone};
  const day = (moment: number): string => formatDate(moment, {dateStyle: 'short', ...zoned});
  const clock = {
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: isMilitary ? 'h23' : 'h12',
    ...zoned,
  } as const;
  return formatDate(at, day(at) === day(now) ? clock : {...clock, month: 'short', day: 'numeric'});
}
