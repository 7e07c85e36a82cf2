import type {CardMeeting} from '../domain/card.js';
import type {Clock} from '../ports/clock.js';
import {hasCode} from '../ports/port-error.js';
import type {ZoomUser} from '../ports/zoom/endpoints/find-user.js';
import type {ZoomPersonalMeeting} from '../ports/zoom/endpoints/personal-meeting.js';
import type {Zoom, ZoomAs} from '../ports/zoom.js';

interface FindPersonalMeetingDeps {
  zoom: Zoom;
  clock: Pick<Clock, 'now'>;
  accountId: string | undefined;
}

interface Wisher {
  userId: string;
  zoomUser: ZoomUser;
  /** Zoom has not been asked who they are, and their consent does not say their personal meeting ID. */
  isByConsent: boolean;
}

/**
 * What is under somebody's personal meeting ID; nothing has to be created for it. `undefined`: they have none, or it is
 * switched off in Zoom. Rejects with `zoom-trouble`.
 */
export async function findPersonalMeeting(
  {zoom, clock, accountId}: FindPersonalMeetingDeps,
  {userId, zoomUser, isByConsent}: Wisher,
  signal: AbortSignal,
): Promise<CardMeeting | undefined> {
  const asHost = zoom.as({kind: 'host', userId, zoomUserId: zoomUser.id}, signal);
  const {pmi} = isByConsent ? ((await asHost.findUser()) ?? {}) : zoomUser;
  const found = pmi === undefined ? undefined : await unlessSwitchedOff(asHost.personalMeeting(pmi));
  if (found === undefined) return undefined;
  const zoomTime = clock.now() + (zoom.clockAhead() ?? 0);
  const {number, hostId, joinUrl, passcode} = found;
  return {
    number,
    hostId: hostId ?? zoomUser.id,
    accountId: zoomUser.accountId ?? accountId,
    joinUrl,
    passcode,
    ...(found.status === 'started' && found.uuid !== undefined
      ? {uuid: found.uuid}
      : {since: Math.floor(zoomTime / 1000) * 1000}),
  };
}

/** Zoom understands the question and says no: that is no reason not to start another meeting. */
async function unlessSwitchedOff(
  asked: ReturnType<ZoomAs['personalMeeting']>,
): Promise<ZoomPersonalMeeting | undefined> {
  try {
    return await asked;
  } catch (error) {
    const kind = hasCode(error, 'zoom-trouble') ? error.details.problem.kind : undefined;
    if (kind === 'refused' || kind === 'invalid') return undefined;
    throw error;
  }
}
