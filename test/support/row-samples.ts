import {createHash} from 'node:crypto';
import {applyEvent} from '../../server/core/domain/apply-event.js';
import {SecretText} from '../../server/core/domain/secret-text.js';
import {createAccountOffers} from '../../server/outbound/store/account-offers.js';
import {createAskedPlaces} from '../../server/outbound/store/asked-places.js';
import {createConnectAttempts} from '../../server/outbound/store/connect-attempts.js';
import {createParkedCodes} from '../../server/outbound/store/parked-codes.js';
import {createRevocations} from '../../server/outbound/store/revocations.js';
import {createCards} from '../../server/outbound/store/cards.js';
import {createCursorRow} from '../../server/outbound/store/cursor-row.js';
import {createGrants} from '../../server/outbound/store/grants.js';
import {createLeases} from '../../server/outbound/store/leases.js';
import {createKeyRing} from '../../server/outbound/store/key-ring.js';
import {createIntents} from '../../server/outbound/store/intents.js';
import {createJobs} from '../../server/outbound/store/jobs.js';
import {createOfficialChoices} from '../../server/outbound/store/official/official-choices.js';
import {createSweep} from '../../server/outbound/store/official/sweep.js';
import {createOpenCards} from '../../server/outbound/store/open-cards.js';
import {createPairings} from '../../server/outbound/store/pairings.js';
import type {ROWS} from '../../server/outbound/store/rows.js';
import {createServiceRecords} from '../../server/outbound/store/service-records.js';
import {createUsedTickets} from '../../server/outbound/store/used-tickets.js';
import {createTurns} from '../../server/outbound/store/turns.js';
import {createWebhookSecrets} from '../../server/outbound/store/webhook-secrets.js';
import {createWebhookActivityLog} from '../../server/outbound/store/webhook-activity-log.js';
import type {FakeWorld} from './fake-world.js';
import {mattermostId} from './mattermost-id.js';
import {sampleGrant} from './sample-grant.js';
import {createSampleCard, OPENED_AT} from './sample-card.js';

type Outside = Pick<FakeWorld, 'keyValue' | 'clock' | 'random' | 'logger'>;

/** A row of one kind, and what a node does that changes it. */
interface RowSample {
  key: string;
  holds: 'a list' | 'one record' | 'texts';
  /** A record as it may be stored; of a list, its only element. */
  record: Readonly<Record<string, unknown>>;
  /** It is written once, and never changed. */
  isFinal?: true;
  /** Changes just this record, or (where there is none) whatever else is in the row. */
  write(outside: Outside): Promise<unknown>;
}

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
const takeJob = async (outside: Outside): Promise<void> => {
  await outside.keyValue.put('jobs_cursor', JSON.stringify({v: 1, bucket: bucketOf(job.dueAt)}));
  const jobs = createJobs({...outside, owner: 'me'});
  for (const taken of await jobs.takeDue()) await jobs.putOff(taken, OPENED_AT + 60_000);
};
const buryJob = (outside: Outside): Promise<void> =>
  createJobs({...outside, owner: 'me'}).bury({...job, kind: 'ask-zoom', bucket: 0}, 'in vain');

const keys = createKeyRing(new SecretText('key'));
const grantsOf = (outside: Outside) => createGrants({...outside, leases: createLeases(outside), keys});
const terms = {
  consent: 'person',
  clientId: 'client-1',
  webUrl: 'https://zoom.us',
  redirectUri: 'https://chat.example.org/plugins/zoom/oauth2/complete',
};

const takeChoice = async (outside: Outside, key: string, stored: string): Promise<boolean> => {
  const official: Readonly<Record<string, string>> = {[key]: stored};
  const keyValue = {
    ...outside.keyValue,
    get: async (asked: string) => official[asked] ?? outside.keyValue.get(asked),
  };
  return createOfficialChoices({...outside, keyValue, tellUnreadable: () => undefined}).take(key);
};

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
    write: (outside) => createTurns(outside, 1_000).take(1, 0),
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
  grant: {
    key: `grant_${ANA}`,
    holds: 'one record',
    record: {sealed: 'e30.e30', zoomUserId: 'zoom-ana', by: ANA, since: OPENED_AT, revision: 3},
    write: (outside) => grantsOf(outside).end({kind: 'person', userId: ANA}, 'revoked'),
  },
  zoomUser: {
    key: `zoom_user_${sha256('zoom-ana')}`,
    holds: 'one record',
    record: {userId: mattermostId('ben')},
    write: (outside) => grantsOf(outside).keep(sampleGrant(ANA, 'zoom-ana'), async () => true),
  },
  connectAttempt: {
    key: `oauth_state_${sha256('state')}`,
    holds: 'one record',
    record: {...terms, userId: ANA, browser: sha256('nonce'), sealed: 'e30.e30', at: OPENED_AT},
    write: (outside) => createConnectAttempts({...outside, keys}).take('state'),
  },
  askedPlace: {
    key: `connect_asked_${ANA}`,
    holds: 'one record',
    record: {channelId, rootId, drawsCards: true, topic: 'Weekly planning', at: OPENED_AT},
    write: (outside) => createAskedPlaces(outside).take(ANA),
  },
  parkedCode: {
    key: `connect_code_${ANA}`,
    holds: 'one record',
    record: {hash: sha256(CODE), sealed: 'e30.e30', at: OPENED_AT},
    write: (outside) => createParkedCodes({...outside, keys}).take(ANA, CODE),
  },
  accountOffer: {
    key: `account_offer_${ANA}`,
    holds: 'one record',
    record: {hash: sha256('offer'), sealed: 'e30.e30', at: OPENED_AT},
    write: (outside) => createAccountOffers({...outside, keys}).take(ANA, 'offer'),
  },
  revocation: {
    key: 'revoke_one',
    holds: 'one record',
    record: {sealed: 'e30.e30', at: OPENED_AT},
    write: (outside) =>
      createRevocations({...outside, keys}).keep('one', {
        zoomUserId: 'zoom-ana',
        tokens: sampleGrant(ANA, 'zoom-ana').tokens,
      }),
  },
  meetingIdChoice: {
    key: `meeting_id_choice_${ANA}`,
    holds: 'one record',
    record: {choice: 'personal'},
    isFinal: true,
    write: (outside) => takeChoice(outside, `zoomUserPreference_${ANA}`, '"true"'),
  },
  channelPolicy: {
    key: `channel_policy_${channelId}`,
    holds: 'one record',
    record: {starts: 'restrict'},
    isFinal: true,
    write: (outside) =>
      takeChoice(outside, 'zoomChannelSettings', JSON.stringify({[channelId]: {Preference: 'restrict'}})),
  },
  sweep: {
    key: 'sweep_choices',
    holds: 'one record',
    record: {page: 3, found: false},
    write: (outside) =>
      createSweep({
        ...outside,
        what: 'choices',
        listKeys: async () => [`zoomUserPreference_${ANA}`],
        take: async () => false,
      }).step(),
  },
  usedTicket: {
    key: `ticket_${sha256('ticket')}`,
    holds: 'one record',
    record: {at: OPENED_AT},
    isFinal: true,
    write: (outside) => createUsedTickets(outside).use('ticket', OPENED_AT + 60_000),
  },
};
