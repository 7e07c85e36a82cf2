import React, {type ReactElement} from 'react';
import {useServices} from '../services.js';
import {useStepsSince} from '../state/ticker.js';
import {useLength, useMinutesUntil} from '../parts/use-times.js';
import type {TextKey} from '../text/catalogue.js';
import {useText} from '../text/use-text.js';
import {keyFor} from './key-for.js';
import type {CardView} from './parse-card.js';
import {useIsForgotten} from './use-is-forgotten.js';

/** The state in one word, and for how long it has lasted. */
export function StatePill({card}: {card: CardView}): ReactElement {
  const {state, startedAt} = card;
  const say = useText();
  const key = useStateKey(card);
  return (
    <span className="zoom-pill">
      <span className="zoom-dot" />
      {say(key)}
      {state === 'live' && startedAt !== undefined && <RunningTime since={startedAt} />}
    </span>
  );
}

function useStateKey(card: CardView): TextKey {
  const {state, plan} = card;
  const isForgotten = useIsForgotten(card);
  const minutes = useMinutesUntil(plan?.startsAt);
  if (isForgotten) return 'zoom.card.nobody';
  const isToCome = state === 'waiting' && plan !== undefined && (minutes === undefined || minutes > 0);
  return isToCome ? 'zoom.plan.planned' : keyFor(card, `zoom.card.${state}`);
}

function RunningTime({since}: {since: number}): ReactElement {
  const {ticker} = useServices();
  const say = useText();
  const length = useLength();
  const seconds = useStepsSince(ticker, since, 1000);
  const label = say('zoom.card.duration', {length: length(seconds * 1000)});
  return (
    <span className="zoom-timer" role="timer" aria-label={label}>
      {stopwatch(seconds)}
    </span>
  );
}

/** `4:05`, `1:02:03`: like a stopwatch, the same in all languages. */
function stopwatch(seconds: number): string {
  const two = (value: number): string => String(value % 60).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes}:${two(seconds)}`
    : `${Math.floor(minutes / 60)}:${two(minutes)}:${two(seconds)}`;
}
