import React, {type ReactElement} from 'react';
import type {TextKey} from '../text/catalogue.js';
import {type Say, useText} from '../text/use-text.js';
import {useAgo, useLength, useMoment, useWhen} from '../parts/use-times.js';
import {keyFor} from './key-for.js';
import {type CardView, isOver} from './parse-card.js';
import {PlannedFacts} from './planned-facts.js';
import {useIsForgotten} from './use-is-forgotten.js';

/** What is known about the meeting, each fact in its own phrase. */
export function CardFacts({card}: {card: CardView}): ReactElement {
  const {state, plan} = card;
  return (
    <div className="zoom-facts">
      {isOver(card) ? (
        <EndedFacts card={card} />
      ) : plan !== undefined && state === 'waiting' ? (
        <PlannedFacts plan={plan} />
      ) : (
        <OpenFacts card={card} />
      )}
    </div>
  );
}

function OpenFacts({card}: {card: CardView}): ReactElement {
  const say = useText();
  const ago = useAgo(card.startedAt ?? card.createdAt);
  const more = furtherFact(card, useIsForgotten(card));
  return (
    <>
      <span>{startText(card, ago, say)}</span>
      {more !== undefined && <span>{say(more)}</span>}
    </>
  );
}

function furtherFact(card: CardView, isForgotten: boolean): TextKey | undefined {
  const {state, isPersonal, hostIsIn, peopleCount} = card;
  if (state === 'shared') return 'zoom.card.notTold';
  // Without anybody, nobody is surprised that the host is not there.
  if (state === 'live') return hostIsIn === false && peopleCount !== 0 ? 'zoom.card.noHost' : undefined;
  if (isForgotten) return 'zoom.card.nobodyFor';
  // A personal number is there before and after.
  return isPersonal ? undefined : 'zoom.card.untilEnd';
}

function startText(card: CardView, ago: string | undefined, say: Say): string {
  const {state, startedAt, hostName: name} = card;
  const isStarted = state === 'live' && startedAt !== undefined;
  if (state === 'shared')
    return ago === undefined
      ? say('zoom.card.sharedJustNow', {name})
      : say('zoom.card.sharedAgo', {name, ago});
  if (ago === undefined)
    return say(keyFor(card, isStarted ? 'zoom.card.startedJustNow' : 'zoom.card.createdJustNow'), {name});
  return say(keyFor(card, isStarted ? 'zoom.card.started' : 'zoom.card.created'), {name, ago});
}

/** What is said of the end where no time of it is known. */
const UNTIMED: {readonly [State in CardView['state']]?: TextKey} = {
  unknown: 'zoom.card.unknownToZoom',
  cancelled: 'zoom.card.cancelledBy',
  expired: 'zoom.card.nobodyBegan',
};

/** What is planned can be deleted in Zoom, by whomever; here, its card alone is taken back. */
function untimed({state, plan, isTakenBack}: CardView): TextKey {
  if (state === 'cancelled' && plan !== undefined)
    return isTakenBack ? 'zoom.plan.takenBack' : 'zoom.plan.withdrawn';
  return UNTIMED[state] ?? 'zoom.card.endedUnknown';
}

function EndedFacts({card}: {card: CardView}): ReactElement {
  const {startedAt, endedAt, plan, hostName: name} = card;
  const say = useText();
  const moment = useMoment();
  const when = useWhen();
  const length = useLength();
  const end = endedAt === undefined ? undefined : moment(endedAt);
  const lasted = endedAt === undefined || startedAt === undefined ? undefined : endedAt - startedAt;
  return (
    <>
      <span>
        {end === undefined
          ? say(keyFor(card, untimed(card)), {name})
          : end.date === undefined
            ? say(keyFor(card, 'zoom.card.endedAt'), {time: end.time})
            : say(keyFor(card, 'zoom.card.endedOn'), {time: end.time, date: end.date})}
      </span>
      {end === undefined && startedAt === undefined && plan?.startsAt !== undefined && (
        <span>{say('zoom.plan.wasPlanned', {when: when(plan.startsAt, 'inside')})}</span>
      )}
      {lasted !== undefined && (
        <span>
          {lasted < 60_000 ? say('zoom.card.lastedShort') : say('zoom.card.lasted', {length: length(lasted)})}
        </span>
      )}
    </>
  );
}
