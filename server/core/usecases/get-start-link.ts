import type {SecretText} from '../domain/secret-text.js';
import type {Zoom} from '../ports/zoom.js';
import type {FindHosted, HostedCard, HostedOutcome} from './find-hosted.js';

export type StartLinkOutcome =
  {kind: 'link'; link: SecretText; topic: string} | Exclude<HostedOutcome, {kind: 'hosted'}>;

export type GetStartLink = (input: HostedCard & {signal: AbortSignal}) => Promise<StartLinkOutcome>;

/** The host's own way in, fetched at the moment it is asked for and kept nowhere. */
export const createGetStartLink =
  ({findHosted, zoom}: {findHosted: FindHosted; zoom: Zoom}): GetStartLink =>
  async ({signal, ...card}) => {
    const found = await findHosted(card);
    if (found.kind !== 'hosted') return found;
    const link = await zoom.startLink(card.number, signal);
    return link === undefined ? {kind: 'ended'} : {kind: 'link', link, topic: found.topic};
  };
