import React, {type ReactElement} from 'react';
import {type Say, useText} from '../text/use-text.js';
import {useAgo, useLength, useMoment} from '../parts/use-times.js';
import {type CardView, isOver} from './parse-card.js';
import {useIsForgotten} from './use-is-forgotten.js';

/** What is known about the meeting, each fact in its own phrase. */
export function CardFacts({card}: {card: CardView}): ReactElement {
  return (
    <div className="zoom-facts">{isOver(card) ? <EndedFacts card={card} /> : <OpenFacts card={card} />}</div>
  );
}

function OpenFacts({card}: {card: CardView}): ReactElement {
  const say = useText();
  const ago = useAgo(card.startedAt ?? card.createdAt);
  const isForgotten = useIsForgotten(card);
  return (
    <>
      <span>{startText(card, ago, say)}</span>
      {card.state === 'waiting' && (
        <span>{say(isForgotten ? 'zoom.card.nobodyFor' : 'zoom.card.untilEnd')}</span>
      )}
    </>
  );
}

function startText({state, startedAt, hostName: name}: CardView, ago: string | undefined, say: Say): string {
  const isStarted = state === 'live' && startedAt !== undefined;
  if (ago === undefined)
    return say(isStarted ? 'zoom.card.startedJustNow' : 'zoom.card.createdJustNow', {name});
  return say(isStarted ? 'zoom.card.started' : 'zoom.card.created', {name, ago});
}

function EndedFacts({card: {state, startedAt, endedAt}}: {card: CardView}): ReactElement {
  const say = useText();
  const moment = useMoment();
  const length = useLength();
  const end = endedAt === undefined ? undefined : moment(endedAt);
  const lasted = endedAt === undefined || startedAt === undefined ? undefined : endedAt - startedAt;
  return (
    <>
      <span>
        {end === undefined
          ? say(state === 'unknown' ? 'zoom.card.unknownToZoom' : 'zoom.card.endedUnknown')
          : end.date === undefined
            ? say('zoom.card.endedAt', {time: end.time})
            : say('zoom.card.endedOn', {time: end.time, date: end.date})}
      </span>
      {lasted !== undefined && (
        <span>
          {lasted < 60_000 ? say('zoom.card.lastedShort') : say('zoom.card.lasted', {length: length(lasted)})}
        </span>
      )}
    </>
  );
}
