import React, {type ReactElement} from 'react';
import {useIntl} from 'react-intl';
import {useAgo, useLength, useMinutesUntil, useWhen} from '../parts/use-times.js';
import {useText} from '../text/use-text.js';
import type {PlanView} from './parse-card.js';

/** When it is to be, for how long, and how soon that is. */
export function PlannedFacts({plan: {startsAt, minutes, isSeries, nextAt}}: {plan: PlanView}): ReactElement {
  const say = useText();
  const when = useWhen();
  const length = useLength();
  const nearness = useNearness(startsAt);
  return (
    <>
      <span className="zoom-when">{startsAt === undefined ? say('zoom.plan.noTime') : when(startsAt)}</span>
      {minutes !== undefined && <span>{length(minutes * MINUTE)}</span>}
      {nearness !== undefined && <span>{nearness}</span>}
      {isSeries && nextAt === undefined && <span>{say('zoom.plan.series')}</span>}
    </>
  );
}

const MINUTE = 60_000;

/** Farther away than this, day and time say enough. */
const NEAR_MINUTES = 12 * 60;

/** As "in 20 minutes", or for how long it has been awaited. */
function useNearness(startsAt: number | undefined): string | undefined {
  const intl = useIntl();
  const say = useText();
  const ago = useAgo(startsAt ?? Infinity);
  const minutes = useMinutesUntil(startsAt);
  if (minutes === undefined || minutes > NEAR_MINUTES) return undefined;
  if (minutes <= 0) return ago === undefined ? undefined : say('zoom.plan.late', {ago});
  return minutes < 120
    ? intl.formatRelativeTime(minutes, 'minute')
    : intl.formatRelativeTime(Math.round(minutes / 60), 'hour');
}
