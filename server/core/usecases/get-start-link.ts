import {kindOf} from '../domain/card-kind.js';
import type {SecretText} from '../domain/secret-text.js';
import {hostOf, isHostedBy} from '../domain/zoom-subject.js';
import type {Clock} from '../ports/clock.js';
import type {Logger} from '../ports/logger.js';
import {hasCode} from '../ports/port-error.js';
import type {ZoomProblem} from '../domain/zoom-problem.js';
import type {Zoom} from '../ports/zoom.js';
import type {Allowance} from './allowance.js';
import type {NotConnected} from './start-outcome.js';
import type {FindHosted, HostedCard, HostedOutcome} from './find-hosted.js';

export type StartLinkOutcome =
  | {kind: 'link'; link: SecretText; topic: string}
  | Exclude<HostedOutcome, {kind: 'hosted'}>
  /** The host has asked as often as they may for now. `nextAt`: ms since the epoch. */
  | {kind: 'too-many'; nextAt: number}
  | NotConnected
  /** The log has a line of it. */
  | {kind: 'zoom-trouble'; problem: Exclude<ZoomProblem, NotConnected>};

export type GetStartLink = (input: HostedCard & {signal: AbortSignal}) => Promise<StartLinkOutcome>;

interface GetStartLinkDeps {
  findHosted: FindHosted;
  /** `undefined`: the settings lack what a connection needs. */
  zoom: Zoom | undefined;
  allowance: Pick<Allowance, 'spend'>;
  clock: Pick<Clock, 'now'>;
  logger: Logger;
}

/** The host's own way in, fetched when it is asked for and kept nowhere. */
export const createGetStartLink =
  ({findHosted, zoom, allowance, clock, logger}: GetStartLinkDeps): GetStartLink =>
  async ({signal, ...named}) => {
    const hosted = await findHosted(named);
    if (hosted.kind !== 'hosted') return hosted;
    if (zoom === undefined) return {kind: 'zoom-trouble', problem: {kind: 'unauthorized'}};
    const {card, topic} = hosted;
    const nextAt = allowance.spend(named.userId, {id: named.cardId, at: clock.now()});
    if (nextAt !== undefined) return {kind: 'too-many', nextAt};
    try {
      const {number} = card.meeting;
      const asHost = zoom.as(hostOf(card), signal);
      const found = await (kindOf(card).isWebinar
        ? asHost.webinarStartLink(number)
        : asHost.startLink(number));
      if (found === undefined) return {kind: 'ended'};
      // It signs in as whoever hosts the meeting now.
      return isHostedBy(card.meeting.hostId, found.hostId)
        ? {kind: 'link', link: found.link, topic}
        : {kind: 'not-the-host'};
    } catch (error) {
      if (!hasCode(error, 'zoom-trouble')) throw error;
      const {problem, logFields} = error.details;
      if (problem.kind === 'not-connected') return problem;
      logger.warn('Zoom gave no start link', {problem: problem.kind, ...logFields});
      return {kind: 'zoom-trouble', problem};
    }
  };
