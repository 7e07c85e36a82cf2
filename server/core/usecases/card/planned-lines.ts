import type {Card} from '../../domain/card.js';
import {harmless} from '../../domain/harmless.js';
import {MAX_NAMED} from '../../domain/people/crowd.js';
import type {TextKey, Translate} from '../../ports/texts.js';

/** When it is to begin, for how long, and whether it is held more than once. */
export function timeLines({plan}: Card, translate: Translate): string[] {
  if (plan === undefined) return [];
  const {startsAt, minutes, isSeries, nextAt} = plan;
  return [
    ...(startsAt === undefined
      ? [translate('card.planned.noTime')]
      : minutes === undefined
        ? [translate('card.planned.at', {startsAt})]
        : [translate('card.planned.atFor', {startsAt, minutes})]),
    ...(isSeries && nextAt === undefined ? [translate('card.planned.series')] : []),
    ...(isSeries && nextAt !== undefined ? [translate('card.planned.seriesUntil', {nextAt})] : []),
  ];
}

/** Of a series, once its card is over: when there is another one. */
export const nextLines = ({plan}: Card, translate: Translate): string[] =>
  plan?.nextAt === undefined ? [] : [translate('card.planned.next', {nextAt: plan.nextAt})];

/** Who speaks, who else may begin it, and where people register. */
export function rolesAndRegistration({plan}: Card, translate: Translate): string[] {
  const {registrationUrl: url, panelists = [], alternativeHosts = []} = plan ?? {};
  return [
    ...(url === undefined ? [] : [translate('card.planned.register', {url})]),
    ...named('card.planned.panelists', panelists, translate),
    ...named('card.planned.alternativeHosts', alternativeHosts, translate),
  ];
}

function named(key: TextKey, names: readonly string[], translate: Translate): string[] {
  const count = names.length;
  if (count === 0) return [];
  const shown = names.slice(0, MAX_NAMED);
  const people = shown.map((name) => harmless(name, shown.filter((other) => other !== name).join(' ')));
  const more = count > shown.length ? [translate('card.person.more', {count: count - shown.length})] : [];
  return [translate(key, {count, people: [...people, ...more]})];
}
