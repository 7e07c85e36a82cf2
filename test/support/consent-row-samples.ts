import {createHash} from 'node:crypto';
import {SecretText} from '../../server/core/domain/secret-text.js';
import {createAccountOffers} from '../../server/outbound/store/account-offers.js';
import {createAskedPlaces} from '../../server/outbound/store/asked-places.js';
import {createConnectAttempts} from '../../server/outbound/store/connect-attempts.js';
import {createParkedCodes} from '../../server/outbound/store/parked-codes.js';
import {createRevocations} from '../../server/outbound/store/revocations.js';
import {createGrants} from '../../server/outbound/store/grants.js';
import {createLeases} from '../../server/outbound/store/leases.js';
import {createKeyRing} from '../../server/outbound/store/key-ring.js';
import {createOfficialChoices} from '../../server/outbound/store/official/official-choices.js';
import {createSweep} from '../../server/outbound/store/official/sweep.js';
import {sampleGrant} from './sample-grant.js';
import type {CONSENT_ROWS} from '../../server/outbound/store/consent-rows.js';
import {mattermostId} from './mattermost-id.js';
import type {Outside, RowSample} from './row-sample.js';
import {createSampleCard, OPENED_AT} from './sample-card.js';

const ANA = mattermostId('ana');
const {channelId, rootId} = createSampleCard();
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const keys = createKeyRing(new SecretText('key'));
const grantsOf = (outside: Outside) => createGrants({...outside, leases: createLeases(outside), keys});
const terms = {
  consent: 'person',
  clientId: 'client-1',
  webUrl: 'https://zoom.us',
  redirectUri: 'https://chat.example.org/plugins/zoom/oauth2/complete',
} as const;
const ANSWERED = {userId: ANA, terms, verifier: new SecretText('verifier'), code: new SecretText('code')};
const OFFER = {...sampleGrant(ANA, 'zoom-ana'), owner: {kind: 'account'}} as const;

const takeChoice = async (outside: Outside, key: string, stored: string): Promise<boolean> => {
  const official: Readonly<Record<string, string>> = {[key]: stored};
  const keyValue = {
    ...outside.keyValue,
    get: async (asked: string) => official[asked] ?? outside.keyValue.get(asked),
  };
  return createOfficialChoices({...outside, keyValue, tellUnreadable: () => undefined}).take(key);
};

/** Of rows about consents, one of every kind; the type asks for each. The clock of the world stands at `OPENED_AT`. */
export const CONSENT_ROW_SAMPLES: {[Name in keyof typeof CONSENT_ROWS]: RowSample} = {
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
    record: {sealed: 'e30.e30', at: OPENED_AT},
    write: (outside) => createParkedCodes({...outside, keys}).park(ANSWERED),
  },
  accountOffer: {
    key: `account_offer_${ANA}`,
    holds: 'one record',
    record: {sealed: 'e30.e30', at: OPENED_AT},
    write: (outside) => createAccountOffers({...outside, keys}).park(OFFER),
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
};
