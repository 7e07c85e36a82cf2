import {setTimeout} from 'node:timers/promises';
import {requestPlugin} from '../../test/support/request-plugin.js';
import {meetingEvent, type World} from '../../test/support/world.js';
import type {SimulatedMeeting} from '../../sandbox/zoom/state/records.js';
import {signedWebhook} from '../load/signed-webhook.js';
import type {Acknowledged, MeetingEventName} from './count-harm.js';

/** Zoom waits for minutes; here everything is quicker. */
const AGAIN_MS = 150;

/** Sends events as Zoom does: each until it is answered with 2xx. */
export interface WebhookPump {
  /** Tells of the start and of the end of a meeting, beside the caller. */
  tell(meeting: SimulatedMeeting): void;
  readonly acknowledged: readonly Acknowledged[];
  /** Resolves when nothing is left to be sent. */
  idle(): Promise<void>;
}

/** @param urls - the origins of the nodes that run now, which are sent to in turn */
export async function createWebhookPump(
  world: Pick<World, 'webhookPath' | 'zoom'>,
  urls: () => readonly string[],
): Promise<WebhookPump> {
  const path = await world.webhookPath();
  const acknowledged: Acknowledged[] = [];
  const running = new Set<Promise<void>>();
  let sent = 0;
  const send = async (body: string): Promise<number> => {
    const nodes = urls();
    sent += 1;
    const url = nodes[sent % nodes.length];
    if (url === undefined) return 0;
    const request = signedWebhook(path, world.zoom.account.secretToken, body);
    return requestPlugin(`${url}/plugins/zoom`, request, () => ({})).then(
      ({status}) => status,
      () => 0,
    );
  };
  const untilAcknowledged = async (event: MeetingEventName, meeting: SimulatedMeeting): Promise<void> => {
    const body = meetingEvent(event, meeting);
    for (let status = await send(body); status < 200 || status > 299; status = await send(body))
      await setTimeout(AGAIN_MS);
    acknowledged.push({event, topic: meeting.topic});
  };
  return {
    tell(meeting) {
      const telling = (async () => {
        await untilAcknowledged('meeting.started', meeting);
        await untilAcknowledged('meeting.ended', meeting);
      })();
      running.add(telling);
      void telling.finally(() => running.delete(telling));
    },
    acknowledged,
    async idle() {
      await Promise.all(running);
    },
  };
}
