import React, {Fragment, type ReactElement} from 'react';
import {useIntl} from 'react-intl';
import {useWhen} from '../parts/use-times.js';
import {useText} from '../text/use-text.js';
import {type CardView, isOver} from './parse-card.js';
import {isolated} from './person-label.js';

/** States in which nothing of it is left in Zoom. */
const GONE: readonly CardView['state'][] = ['cancelled', 'unknown'];

/** More names say less. */
const NAMES = 8;

/** Who leads what is planned, and when it is held again. What the facts above have said is not said twice. */
export function PlanList({card}: {card: CardView}): ReactElement | null {
  const say = useText();
  const intl = useIntl();
  const when = useWhen();
  const {plan, state, hostName} = card;
  if (plan === undefined) return null;
  const namesOf = (names: readonly string[]): string => {
    const rest = names.length - NAMES;
    const shown = names.slice(0, NAMES).map(isolated);
    return intl.formatList(rest > 0 ? [...shown, say('zoom.card.more', {count: rest})] : shown, {
      type: 'unit',
    });
  };
  const {alternativeHosts, panelists, nextAt} = plan;
  const leaders: [string, readonly string[]][] = [
    [say('zoom.plan.host'), state === 'waiting' && hostName !== '' ? [hostName] : []],
    [say('zoom.plan.alternativeHosts', {count: alternativeHosts.length}), alternativeHosts],
    [say('zoom.plan.panelists'), panelists],
  ];
  const rows = [
    ...(isOver(card) ? [] : leaders)
      .filter(([, names]) => names.length > 0)
      .map(([label, names]) => [label, namesOf(names)] as const),
    ...(nextAt === undefined || GONE.includes(state)
      ? []
      : [[say(isOver(card) ? 'zoom.plan.next' : 'zoom.plan.after'), when(nextAt)] as const]),
  ];
  if (rows.length === 0) return null;
  return (
    <dl className="zoom-plan">
      {rows.map(([label, value]) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd dir="auto">{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
