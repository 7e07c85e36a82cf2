import {givenTopic} from '../domain/topic.js';
import {isHostedBy} from '../domain/zoom-subject.js';
import type {Chat} from '../ports/chat.js';
import type {Clock} from '../ports/clock.js';
import type {Logger} from '../ports/logger.js';
import type {Zoom} from '../ports/zoom.js';
import type {Allowance} from './allowance.js';
import {explainTrouble} from './close-outcome.js';
import {findOwnNumber} from './find-own-number.js';
import type {GetStartLink, StartLinkOutcome} from './get-start-link.js';
import type {IdentifyDeps} from './identify-in-zoom.js';

export interface GetOwnStartLinkDeps extends Omit<IdentifyDeps, 'zoom'> {
  chat: Pick<Chat, 'user'>;
  /** `undefined`: the settings lack what a connection needs. */
  zoom: Zoom | undefined;
  allowance: Pick<Allowance, 'spend'>;
  clock: Pick<Clock, 'now'>;
  logger: Logger;
}

/** The host's own way into a meeting that has no card here: Zoom says whether it is theirs. */
export const createGetOwnStartLink =
  ({zoom, ...deps}: GetOwnStartLinkDeps): GetStartLink =>
  async ({userId, number, signal}) => {
    if (zoom === undefined) return {kind: 'zoom-trouble', problem: {kind: 'unauthorized'}};
    const nextAt = deps.allowance.spend(userId, {id: number, at: deps.clock.now()});
    if (nextAt !== undefined) return {kind: 'too-many', nextAt};
    try {
      const user = await deps.chat.user(userId);
      const own = await findOwnNumber({...deps, zoom}, {user, number}, signal);
      if (own.kind !== 'own') return refusalOf(own.kind);
      const found = await own.zoom.startLink(number);
      const topic = givenTopic({topic: own.found.shown.topic ?? ''});
      if (found === undefined) return {kind: 'ended'};
      return isHostedBy(own.zoomUser.id, found.hostId)
        ? {kind: 'link', link: found.link, topic}
        : {kind: 'not-the-host'};
    } catch (error) {
      return explainTrouble(deps.logger, 'Zoom gave no start link', error);
    }
  };

function refusalOf(kind: string): Extract<StartLinkOutcome, {kind: 'ended' | 'not-the-host' | 'no-access'}> {
  if (kind === 'gone') return {kind: 'ended'};
  return {kind: kind === 'not-the-host' ? kind : 'no-access'};
}
