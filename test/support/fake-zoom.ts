import {NEEDED_SCOPES} from '../../server/core/domain/zoom-connection.js';
import {SecretText} from '../../server/core/domain/secret-text.js';
import type {
  Zoom,
  ZoomMeeting,
  ZoomMeetingState,
  ZoomPastMeeting,
  ZoomUser,
} from '../../server/core/ports/zoom.js';

export interface FakeZoom extends Zoom {
  /** By e-mail address. */
  readonly users: Map<string, ZoomUser>;
  /** Created so far, with their topics. */
  readonly meetings: readonly (ZoomMeeting & {topic: string})[];
  /** What runs or is to come, by number. */
  readonly states: Map<string, ZoomMeetingState>;
  /** What is over, by UUID. */
  readonly past: Map<string, ZoomPastMeeting>;
  /** Names of the methods that were called, in order. */
  readonly calls: readonly (keyof Zoom)[];
  /** While it is here, the method rejects with what this gives. */
  readonly faults: Map<keyof Zoom, () => Error>;
}

/** Zoom in memory, as the port sees it. */
export function createFakeZoom(): FakeZoom {
  const calls: (keyof Zoom)[] = [];
  const faults = new Map<keyof Zoom, () => Error>();
  const users = new Map<string, ZoomUser>();
  const meetings: (ZoomMeeting & {topic: string})[] = [];
  const states = new Map<string, ZoomMeetingState>();
  const past = new Map<string, ZoomPastMeeting>();

  const begin = async (method: keyof Zoom): Promise<void> => {
    calls.push(method);
    await Promise.resolve();
    const fault = faults.get(method);
    if (fault !== undefined) throw fault();
  };

  return {
    users,
    meetings,
    states,
    past,
    calls,
    faults,
    async signIn() {
      await begin('signIn');
      return {scopes: NEEDED_SCOPES};
    },
    async findUser(email) {
      await begin('findUser');
      return users.get(email);
    },
    async createMeeting(hostId, topic) {
      await begin('createMeeting');
      const number = String(85_500_000_001 + meetings.length);
      const uuid = `uuid-of-${number}==`;
      const meeting = {
        number,
        uuid,
        hostId,
        joinUrl: `https://zoom.us/j/${number}?pwd=abc`,
        passcode: undefined,
      };
      meetings.push({...meeting, topic});
      states.set(number, {uuid, hostId, status: 'waiting'});
      return meeting;
    },
    async meeting(number) {
      await begin('meeting');
      return states.get(number);
    },
    async pastMeeting(uuid) {
      await begin('pastMeeting');
      return past.get(uuid);
    },
    async startLink(number) {
      await begin('startLink');
      return states.has(number) ? new SecretText(`https://zoom.us/s/${number}?zak=canary-zak`) : undefined;
    },
  };
}
