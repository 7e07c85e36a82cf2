import {createHash} from 'node:crypto';
import {applyEvent} from '../../server/core/domain/apply-event.js';
import {SecretText} from '../../server/core/domain/secret-text.js';
import {createCards} from '../../server/outbound/store/cards.js';
import {createCursorRow} from '../../server/outbound/store/cursor-row.js';
import {createEventFeed} from '../../server/outbound/store/event-feed.js';
import {createIntents} from '../../server/outbound/store/intents.js';
import {createJobs} from '../../server/outbound/store/jobs.js';
import {createKeyRing} from '../../server/outbound/store/key-ring.js';
import {createKeyedRequests} from '../../server/outbound/store/keyed-requests.js';
import {createOpenCards} from '../../server/outbound/store/open-cards.js';
import {createPairings} from '../../server/outbound/store/pairings.js';
import {CONSENT_ROW_SAMPLES} from './consent-row-samples.js';
import type {ROWS} from '../../server/outbound/store/rows.js';
import {createServiceRecords} from '../../server/outbound/store/service-records.js';
import {createUsedTickets} from '../../server/outbound/store/used-tickets.js';
import {createStreamPasses} from '../../server/outbound/store/stream-passes.js';
import {createTurns} from '../../server/outbound/store/turns.js';
import {createZoomBudget} from '../../server/outbound/store/zoom-budget.js';
import {createWebhookSecrets} from '../../server/outbound/store/webhook-secrets.js';
import {createWebhookActivityLog} from '../../server/outbound/store/webhook-activity-log.js';
import type {Outside, RowSample} from './row-sample.js';
import {mattermostId} from './mattermost-id.js';
import {createSampleCard, OPENED_AT} from './sample-card.js';

const ANA = mattermostId('ana');
const TEAM = mattermostId('team');
const CODE = 'ABCDEFGH';
const SECRET = `${CODE}.secret`;
const card = createSampleCard();
const {id, channelId, rootId, topic, meeting} = card;
const intent = {
  id,
  userId: ANA,
  username: 'ana',
  name: 'Ana Silva',
  channelId,
  rootId,
  topic,
  openedAt: OPENED_AT,
  claimedAt: OPENED_AT,
  meeting,
};
const bucketOf = (at: number): number => Math.floor(at / 30_000);
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const rowOfChannel = createHash('sha256').update(channelId).digest().readUInt32BE(0) % 8;
const claim = async (outside: Outside): Promise<unknown> => {
  await createPairings(outside).confirm(CODE, ANA);
  return createPairings(outside).claim(SECRET);
};
const pairing = {secretHash: sha256(SECRET), openedAt: OPENED_AT};
const job = {kind: 'ask-zoom', about: meeting.number, dueAt: OPENED_AT - 60_000, since: OPENED_AT, tries: 0};
const feedEvent = {id: 'one', event: 'meeting.started', received_at: OPENED_AT, payload: {a: 1}};
const streamPass = {
  id: 'k3m9x2',
  name: 'Keynote',
  number: meeting.number,
  kind: 'meeting' as const,
  topic,
  cardId: id,
  hostUserId: ANA,
  zoomUserId: 'zoom-ana',
  madeBy: ANA,
  madeAt: OPENED_AT,
  expiresAt: OPENED_AT + 24 * 60 * 60_000,
};
const takeJob = async (outside: Outside): Promise<void> => {
  await outside.keyValue.put('jobs_cursor', JSON.stringify({v: 1, bucket: bucketOf(job.dueAt)}));
  const jobs = createJobs({...outside, owner: 'me'});
  for (const taken of await jobs.takeDue()) await jobs.putOff(taken, OPENED_AT + 60_000);
};
const buryJob = (outside: Outside): Promise<void> =>
  createJobs({...outside, owner: 'me'}).bury({...job, kind: 'ask-zoom', bucket: 0}, 'in vain');

/** One of every kind; the type asks for each. The clock of the world stands at `OPENED_AT`. */
export const ROW_SAMPLES: {[Name in keyof typeof ROWS]: RowSample} = {
  cards: {
    key: `meeting_${meeting.number}`,
    holds: 'a list',
    record: card,
    write: async (outside) => {
      const event = {
        kind: 'ended',
        number: meeting.number,
        endedAt: OPENED_AT + 1,
        receivedAt: OPENED_AT + 1,
      } as const;
      await (
        await createCards(outside).ofNumber(meeting.number)
      ).update((stored) => applyEvent(stored, event));
      await createCards(outside).add(createSampleCard({id: 'another'}));
    },
  },
  openCards: {
    key: 'cards_open',
    holds: 'a list',
    record: {id: card.id, openedAt: OPENED_AT},
    write: async (outside) => {
      const written: Promise<void>[] = [];
      const openCards = createOpenCards({...outside, inBackground: (work) => void written.push(work)});
      openCards.see(createSampleCard({id: 'another'}));
      openCards.schedule.end();
      await Promise.all(written);
    },
  },
  intents: {
    key: `intents_${rowOfChannel}`,
    holds: 'a list',
    record: intent,
    write: async (outside) => {
      await createIntents(outside).markPosted(intent);
      await createIntents(outside).open({...intent, id: 'another', userId: mattermostId('ben')});
    },
  },
  jobs: {key: `jobs_${bucketOf(job.dueAt)}`, holds: 'a list', record: job, write: takeJob},
  jobCursor: {
    key: 'jobs_cursor',
    holds: 'one record',
    record: {bucket: bucketOf(job.dueAt)},
    write: (outside) => createCursorRow(outside).pass(bucketOf(OPENED_AT) + 1, []),
  },
  deadJobs: {
    key: 'jobs_dead',
    holds: 'a list',
    record: {kind: 'show-cards', about: '1', reason: 'in vain', at: OPENED_AT},
    write: buryJob,
  },
  webhookActivity: {
    key: 'webhook_activity',
    holds: 'one record',
    record: {
      acceptedAt: OPENED_AT,
      events: ['meeting.started'],
      facts: {accepted: {at: OPENED_AT, secrets: 'mark'}, events: {}, refused: {}},
    },
    write: async (outside) => {
      const written: Promise<void>[] = [];
      createWebhookActivityLog({...outside, inBackground: (work) => void written.push(work)}).note({
        accepted: {at: OPENED_AT + 1, secrets: 'mark'},
      });
      await Promise.all(written);
    },
  },
  webhookSecrets: {
    key: 'webhook_secrets',
    holds: 'one record',
    record: {address: 'old', rotations: {WebhookSecret: {}}},
    write: (outside) =>
      createWebhookSecrets(outside).settle({
        webhookSecret: new SecretText('new'),
        zoomWebhookSecret: undefined,
        encryptionKey: undefined,
        signatureRequired: true,
      }),
  },
  zoomTurns: {
    key: 'zoom_turns',
    holds: 'one record',
    record: {next: OPENED_AT},
    write: (outside) => createTurns(outside, 1_000).take(0),
  },
  zoomBudget: {
    key: `zoom_budget_${sha256('account').slice(0, 24)}`,
    holds: 'one record',
    record: {spent: {light: {second: OPENED_AT, day: OPENED_AT}}},
    write: (outside) => createZoomBudget(outside).take('account', 'light', 0),
  },
  pairing: {key: `pairing_${CODE}`, holds: 'one record', record: pairing, write: claim},
  browsers: {
    key: `browsers_${ANA}`,
    holds: 'a list',
    record: {hash: sha256('token'), since: OPENED_AT},
    write: async (outside) => {
      await outside.keyValue.put(`pairing_${CODE}`, JSON.stringify({...pairing, userId: ANA}));
      await createPairings(outside).claim(SECRET);
    },
  },
  preferences: {
    key: `preferences_${ANA}`,
    holds: 'texts',
    record: {open: 'on'},
    write: (outside) => createServiceRecords(outside).preferences.set(ANA, 'open', 'off'),
  },
  generatedSettings: {
    key: 'generated_settings',
    holds: 'texts',
    record: {WebhookSecret: 'secret'},
    write: (outside) => createServiceRecords(outside).generatedSettings.add({EncryptionKey: 'key'}),
  },
  botAccount: {
    key: 'bot_account',
    holds: 'one record',
    record: {id: ANA, username: 'zoom', isAdmin: false},
    write: (outside) =>
      createServiceRecords(outside).botAccount.keep({id: ANA, username: 'zoom', isAdmin: true}),
  },
  commandTokens: {
    key: `command_${TEAM}`,
    holds: 'one record',
    record: {token: 'old', since: OPENED_AT - 40 * 24 * 60 * 60_000},
    write: (outside) => createServiceRecords(outside).commandTokens.replace(TEAM, 'new', 'old'),
  },
  lease: {
    key: `lease_${TEAM}`,
    holds: 'one record',
    record: {by: 'another', until: OPENED_AT - 1},
    write: (outside) => createServiceRecords(outside).leases.hold(TEAM, async () => undefined),
  },
  commandAnswer: {
    key: `answer_${channelId}_${ANA}_${rootId}`,
    holds: 'one record',
    record: {path: '/hooks/commands/x', at: OPENED_AT},
    write: (outside) => createServiceRecords(outside).commandAnswers.keep(ANA, {channelId, rootId}, '/other'),
  },
  feedHead: {
    key: 'event_feed',
    holds: 'one record',
    record: {chunk: 1, openedAt: OPENED_AT},
    write: async (outside) => {
      await outside.keyValue.put('events_1', JSON.stringify({v: 1, events: [], closed: true}));
      await createEventFeed(outside).keep(feedEvent);
    },
  },
  eventChunk: {
    key: 'events_1',
    holds: 'one record',
    record: {events: [feedEvent]},
    write: async (outside) => {
      await outside.keyValue.put('event_feed', JSON.stringify({v: 1, chunk: 1, openedAt: OPENED_AT}));
      await createEventFeed(outside).keep({...feedEvent, id: 'another'});
    },
  },
  ...CONSENT_ROW_SAMPLES,
  keyedRequest: {
    key: `request_${sha256(`${ANA} key`)}`,
    holds: 'one record',
    record: {request: sha256('{}'), at: OPENED_AT},
    write: (outside) =>
      createKeyedRequests({...outside, keys: createKeyRing(new SecretText('key'))}).abandon({
        userId: ANA,
        key: 'key',
        request: '{}',
      }),
  },
  usedTicket: {
    key: `ticket_${sha256('ticket')}`,
    holds: 'one record',
    record: {at: OPENED_AT},
    isFinal: true,
    write: (outside) => createUsedTickets(outside).use('ticket', OPENED_AT + 60_000),
  },
  streamPass: {
    key: `stream_${sha256('token')}`,
    holds: 'one record',
    record: streamPass,
    write: async (outside) => {
      const ref = {digest: sha256('token'), id: streamPass.id, expiresAt: streamPass.expiresAt};
      await outside.keyValue.put(`streams_${ANA}`, JSON.stringify([{v: 1, ...ref}]));
      await createStreamPasses(outside).revoke(ANA, streamPass.id);
    },
  },
  streamsOf: {
    key: `streams_${ANA}`,
    holds: 'a list',
    record: {digest: sha256('token'), id: streamPass.id, expiresAt: streamPass.expiresAt},
    write: (outside) => createStreamPasses(outside).keep('another', {...streamPass, id: 'another'}),
  },
};
