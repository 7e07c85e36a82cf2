import type {SecretText} from '../domain/secret-text.js';
import {hostOf} from '../domain/zoom-subject.js';
import type {Zoom} from '../ports/zoom.js';
import type {FindHosted, HostedCard, HostedOutcome} from './find-hosted.js';

export type StartLinkOutcome =
  {kind: 'link'; link: SecretText; topic: string} | Exclude<HostedOutcome, {kind: 'hosted'}>;

export type GetStartLink = (input: HostedCard & {signal: AbortSignal}) => Promise<StartLinkOutcome>;

/** The host's own way in, fetched at the moment it is asked for and kept nowhere. */
export const createGetStartLink =
  ({findHosted, zoom}: {findHosted: FindHosted; zoom: Zoom}): GetStartLink =>
  async ({signal, ...named}) => {
    const found = await findHosted(named);
    if (found.kind !== 'hosted') return found;
    const {card, topic} = found;
    const link = await zoom.as(hostOf(card), signal).startLink(card.meeting.number);
    return link === undefined ? {kind: 'ended'} : {kind: 'link', link, topic};
  };
