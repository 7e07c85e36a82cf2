import type {Clock} from '../core/ports/clock.js';
import type {TextKey} from '../core/ports/texts.js';
import type {HostedCard} from '../core/usecases/find-hosted.js';
import type {GetStartLink, StartLinkOutcome} from '../core/usecases/get-start-link.js';
import {withDeadline} from '../lib/deadline.js';
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

/** What the person reads who gets no link. */
export const NO_HOST_LINK = {
  ended: 'host.ended',
  'not-the-host': 'host.notYours',
  'no-access': 'host.noAccess',
  'zoom-trouble': 'host.zoomTrouble',
} as const satisfies Record<Exclude<StartLinkOutcome['kind'], 'link'>, TextKey>;
