import type {Clock} from '../core/ports/clock.js';
import type {TextKey, Translate} from '../core/ports/texts.js';
import type {HostedCard} from '../core/usecases/find-hosted.js';
import type {GetStartLink, StartLinkOutcome} from '../core/usecases/get-start-link.js';
import {withDeadline} from '../lib/deadline.js';
import {nextFullMinute} from './next-full-minute.js';
import {ANSWER_WITHIN_MS} from './patience.js';

/**
 * As long as Zoom's own start link lives (https://developers.zoom.us/docs/api/meetings/), but never longer than its
 * meeting: an instant one is over for good with its end (https://support.zoom.us/hc/en-us/articles/201362373).
 */
export const HOST_WAY_LIVES_MS = 2 * 60 * 60 * 1000;

/** Asks Zoom for the host's own link while they wait, wherever they pressed. It is handed on and kept nowhere. */
export type AskHostLink = (meeting: HostedCard) => Promise<StartLinkOutcome>;

export const createAskHostLink =
  ({getStartLink, clock}: {getStartLink: GetStartLink; clock: Clock}): AskHostLink =>
  (meeting) =>
    withDeadline(clock, ANSWER_WITHIN_MS, ({signal}) => getStartLink({...meeting, signal}));

/** A way in that there is not. */
export type NoHostLink = Exclude<StartLinkOutcome, {kind: 'link'}>;

const NO_HOST_LINK = {
  ended: 'host.ended',
  'not-the-host': 'host.notYours',
  'no-access': 'host.noAccess',
  'too-many': 'host.tooMany',
  'not-connected': 'host.notConnected',
  'zoom-trouble': 'host.zoomTrouble',
} as const satisfies Record<NoHostLink['kind'], TextKey>;

/** What the person reads who gets no link. */
export const describeNoHostLink = (outcome: NoHostLink, translate: Translate): string =>
  translate(NO_HOST_LINK[outcome.kind], valuesOf(outcome));

function valuesOf(outcome: NoHostLink): Parameters<Translate>[1] {
  switch (outcome.kind) {
    case 'too-many':
      return {nextAt: nextFullMinute(outcome.nextAt)};
    case 'not-connected':
      return {who: outcome.who};
    default:
      return {};
  }
}
