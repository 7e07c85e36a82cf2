import {describe, expect, it} from '@jest/globals';
import type {ExistingMeeting} from '../../../../server/core/domain/existing-meeting.js';
import {readPreferences} from '../../../../contract/preferences.js';
import type {ChatUser} from '../../../../server/core/ports/chat.js';
import {createDescribeStart} from '../../../../server/inbound/describe-start.js';
import type {DrawButton} from '../../../../server/inbound/actions/draw-button.js';
import {createRenderStart} from '../../../../server/inbound/commands/render-start.js';
import {createRenderStarted} from '../../../../server/inbound/render-started.js';
import {readerFor} from '../../../../server/inbound/reader.js';
import type {StartOutcome} from '../../../../server/core/usecases/start-outcome.js';
import {texts} from '../../../../server/messages/texts.js';
import {createManualClock} from '../../../support/manual-clock.js';
import {admin, ana} from '../../../support/people.js';
import {createSampleCard, OPENED_AT} from '../../../support/sample-card.js';

const connectUrl = 'https://chat.example.org/plugins/zoom/oauth2/connect';
const settingsUrl = 'https://chat.example.org/admin_console/plugins/plugin_zoom';
const button = {
  id: 'b',
  type: 'button',
  name: 'x',
  style: 'primary',
  integration: {url: '', context: {}},
} as const;
const card = createSampleCard();
const email = 'ana@example.org';
const joinUrl = card.meeting.joinUrl;
const existing: ExistingMeeting = {
  provider: 'Zoom',
  topic: 'Weekly',
  hostName: 'Ben Okafor',
  openedAt: OPENED_AT,
  isLive: false,
  joinUrl,
  postId: 'p',
};

const wish = {userId: ana.id, channelId: 'c', rootId: '', topic: 'Weekly', drawsCards: false};

function render(
  outcome: StartOutcome,
  {
    user = ana,
    canSign = true,
    chosen = {},
    drawsCards = false,
    accountId,
  }: {
    accountId?: string;
    user?: ChatUser;
    canSign?: boolean;
    chosen?: Record<string, string>;
    drawsCards?: boolean;
  } = {},
) {
  const clock = createManualClock(OPENED_AT + 4_400);
  const drawButton: DrawButton = ({name}, {values}) => {
    if (!canSign) return undefined;
    return name === 'start-as-host' ? button : {...button, name: `another ${values['topic'] ?? ''}`};
  };
  const renderStart = createRenderStart({
    clock,
    describeStart: createDescribeStart({
      clock,
      problems: [{setting: 'AccountID', kind: 'missing'}],
      settingsUrl,
      connectUrl,
      accountId,
    }),
    renderStarted: createRenderStarted({drawButton}),
    drawButton,
  });
  return renderStart(outcome, {
    reader: readerFor(texts, user),
    wish: {...wish, drawsCards},
    preferences: readPreferences(chosen),
  });
}

const NOT_IN_ZOOM =
  'We could not verify your Mattermost account in Zoom. Please ensure that your Mattermost email address matches your Zoom email address.';

/** Every outcome; the type asks for each kind. */
const OUTCOMES: {[Kind in StartOutcome['kind']]: [StartOutcome & {kind: Kind}, string][]} = {
  started: [
    [{kind: 'started', card}, 'Your meeting is in the channel.'],
    [{kind: 'started', card, instead: 'unique'}, 'Your personal meeting ID is switched off in Zoom'],
  ],
  'already-started': [
    [{kind: 'already-started', existing}, `You opened “Weekly” here 4 seconds ago. [Join it](${joinUrl})`],
    [
      {kind: 'already-started', existing: {...existing, topic: '[x](y) @all', openedAt: OPENED_AT + 9_000}},
      'You opened “[x]\u200b(y) @\u200ball” here just now.',
    ],
    [
      {kind: 'already-started', existing: {...existing, joinUrl: undefined}},
      'Your meeting is being created right now',
    ],
  ],
  duplicate: [
    [
      {kind: 'duplicate', existing},
      `Ben Okafor opened “Weekly” here 4 seconds ago. **[Join it](${joinUrl})**`,
    ],
    [
      {kind: 'duplicate', existing: {...existing, openedAt: OPENED_AT - 5 * 60_000}},
      `Ben Okafor opened “Weekly” here 5 minutes ago. **[Join it](${joinUrl})**`,
    ],
    [
      {kind: 'duplicate', existing: {...existing, joinUrl: undefined}},
      'Ben Okafor is opening “Weekly” here right now',
    ],
    [
      {kind: 'duplicate', existing: {...existing, provider: 'Jitsi', joinUrl: 'https://jitsi.example/a(b)'}},
      'Ben Okafor started a meeting here with Jitsi 4 seconds ago. [Join it on jitsi.example](https://jitsi.example/a%28b%29)',
    ],
  ],
  'which-meeting-id': [[{kind: 'which-meeting-id'}, 'Which meeting ID should your meeting have?']],
  'large-channel': [[{kind: 'large-channel', members: 1234}, '1,234 people read this channel.']],
  'no-access': [[{kind: 'no-access'}, 'You cannot post in this channel']],
  unseen: [[{kind: 'unseen'}, 'The bot @zoom is not in this conversation']],
  archived: [[{kind: 'archived'}, 'This channel is archived.']],
  'no-thread': [[{kind: 'no-thread'}, 'The thread in which this was to be posted is not in this channel']],
  restricted: [[{kind: 'restricted'}, 'On this server, only people who share a team can message each other']],
  refused: [
    [{kind: 'refused', reason: 'guest'}, 'Guests cannot start Zoom meetings'],
    [{kind: 'refused', reason: 'bot'}, 'Bots cannot start'],
    [{kind: 'refused', reason: 'deactivated'}, 'account is deactivated'],
    [{kind: 'refused', reason: 'remote'}, 'on another Mattermost server'],
    [{kind: 'refused', reason: 'email-missing'}, 'no usable e-mail address'],
  ],
  'too-many': [[{kind: 'too-many', nextAt: OPENED_AT}, 'You have tried to start many meetings']],
  'email-unconfirmed': [
    [{kind: 'email-unconfirmed', email}, `Mattermost has not confirmed that \`${email}\` is yours.`],
  ],
  'not-connected': [
    [{kind: 'not-connected', who: 'person', because: 'never'}, 'connect your Zoom account once.'],
    [{kind: 'not-connected', who: 'person', because: 'revoked'}, 'Zoom no longer accepts the connection'],
    [{kind: 'not-connected', who: 'person', because: 'superseded'}, 'keeps only the latest connection'],
    [{kind: 'not-connected', who: 'person', because: 'owner-gone'}, 'no longer in the Zoom account'],
    [{kind: 'not-connected', who: 'person', because: 'disabled'}, 'has switched this app off for you'],
    [{kind: 'not-connected', who: 'person', because: 'removed'}, 'was removed from your Zoom account'],
    [{kind: 'not-connected', who: 'person', because: 'key-lost'}, 'can no longer be decrypted'],
    [{kind: 'not-connected', who: 'account', because: 'never'}, 'This server is not connected to Zoom yet.'],
  ],
  'not-in-zoom': [
    [
      {kind: 'not-in-zoom', email, mismatch: undefined},
      `${NOT_IN_ZOOM}\nMattermost knows you as \`${email}\`.`,
    ],
    [{kind: 'not-in-zoom', email, mismatch: 'other-email'}, `${NOT_IN_ZOOM}\nMattermost knows you as`],
    [{kind: 'not-in-zoom', email, mismatch: 'not-active'}, `${NOT_IN_ZOOM}\nZoom knows \`${email}\``],
    [{kind: 'not-in-zoom', email, mismatch: 'other-account'}, `${NOT_IN_ZOOM}\nZoom knows \`${email}\``],
  ],
  'zoom-trouble': [
    [
      {kind: 'zoom-trouble', problem: {kind: 'timeout'}, maybeCreated: false},
      'Zoom did not answer within 8 seconds',
    ],
  ],
  'store-unavailable': [[{kind: 'store-unavailable'}, 'Zoom for Mattermost could not save data']],
  'record-unreadable': [
    [
      {kind: 'record-unreadable'},
      'A record that is needed here cannot be read: it is damaged, or it was written',
    ],
  ],
  'chat-unavailable': [[{kind: 'chat-unavailable'}, 'Mattermost did not answer']],
  'chat-refused': [[{kind: 'chat-refused'}, 'Mattermost did not allow the Zoom bot to do this.']],
  'bot-shut-out': [[{kind: 'bot-shut-out'}, 'the bot is disabled, or its token is no longer valid']],
  'not-configured': [[{kind: 'not-configured'}, 'Zoom is not set up on this server yet.']],
  'not-posted': [
    [
      {kind: 'not-posted', joinUrl, why: 'archived'},
      `The channel was archived. Your meeting exists; join it here: [Join meeting](${joinUrl})`,
    ],
    [
      {kind: 'not-posted', joinUrl, why: 'refused'},
      `Your meeting exists: [Join meeting](${joinUrl}). Mattermost did not allow`,
    ],
    [
      {kind: 'not-posted', joinUrl, why: 'pending'},
      `Your meeting exists: [Join meeting](${joinUrl}). Mattermost could not`,
    ],
  ],
};
const all = Object.values(OUTCOMES).flat() as [StartOutcome, string][];

describe('what the starter reads', () => {
  it.each(all)('about %j begins with or holds %j', (outcome, words) => {
    expect(render(outcome).text).toContain(words);
  });

  it.each(all)('about %j is complete, for an administrator too', (outcome) => {
    for (const user of [ana, admin]) {
      const {text} = render(outcome, {user});
      expect(text).not.toMatch(/undefined|null|NaN|\[object|[{}]| {2}| \./);
    }
  });

  it('about a start comes with the button for the host', () => {
    expect(render({kind: 'started', card}).attachments).toEqual([{actions: [button]}]);
  });

  it('about a start promises no button where none can be drawn', () => {
    expect(render({kind: 'started', card}, {canSign: false, chosen: {open: 'off'}})).toEqual({
      text: 'Your meeting is in the channel. Its link works until the meeting has ended.',
      createdAt: OPENED_AT + 4_400,
    });
  });

  it('about a start says that Zoom opens, and where, unless they chose otherwise', () => {
    const outcome = {kind: 'started', card} as const;
    expect(render(outcome)).toMatchObject({
      text: expect.stringMatching(/^Opening Zoom…\n/),
      goToUrl: joinUrl,
    });
    expect(render(outcome, {chosen: {app: 'zoom'}}).goToUrl).toMatch(/^zoommtg:\/\//);
    expect(render(outcome, {chosen: {open: 'off'}})).not.toHaveProperty('goToUrl');
  });

  it('about a start is one line where the card is drawn with a button for the host', () => {
    const outcome = {kind: 'started', card} as const;
    expect(render(outcome, {drawsCards: true})).toMatchObject({text: 'Opening Zoom…', goToUrl: joinUrl});
    const {text, attachments} = render(outcome, {drawsCards: true, chosen: {open: 'off'}});
    expect([text, attachments]).toEqual([
      'Your meeting is in the channel. Its link works until the meeting has ended.',
      undefined,
    ]);
  });

  it('about a meeting that is on comes with the button for another of the same topic', () => {
    const {attachments} = render({kind: 'duplicate', existing});
    expect(attachments).toEqual([{actions: [{...button, name: 'another Weekly'}]}]);
    expect(render({kind: 'duplicate', existing}, {canSign: false})).not.toHaveProperty('attachments');
  });
});

describe('what an administrator reads', () => {
  it('names the setting that is missing, with a link to the page', () => {
    expect(render({kind: 'not-configured'}, {user: admin}).text).toBe(
      `Zoom is not set up yet: **Account ID** is missing. [Open the settings](${settingsUrl}), or type \`/zoom doctor\` for a full check.`,
    );
  });

  it('about an unconfirmed address leads to the setting that would allow it', () => {
    expect(render({kind: 'email-unconfirmed', email}, {user: admin}).text).toContain(`](${settingsUrl})`);
  });

  it('is not what everybody reads', () => {
    for (const [outcome] of all) expect(render(outcome).text).not.toContain('admin_console');
  });
});

describe('what somebody reads whom Zoom does not know', () => {
  const outcome = {kind: 'not-in-zoom', email, mismatch: undefined} as const;

  it('names the account that the server belongs to, where the settings say', () => {
    expect(render(outcome, {accountId: 'acc-1'}).text).toContain(
      'This server belongs to the Zoom account `acc-1`:',
    );
    expect(render(outcome).text).toContain('add it to the company account.');
    const other = {...outcome, mismatch: 'other-account'} as const;
    expect(render(other, {accountId: 'acc-1'}).text).toContain(
      'This server belongs to the Zoom account `acc-1`:',
    );
    expect(render(other).text).toContain('add you to the company account.');
  });

  it('has a button to try again, where a button can be signed', () => {
    expect(render(outcome).attachments).toMatchObject([{actions: [{name: 'another Weekly'}]}]);
    expect(render(outcome, {canSign: false}).attachments).toBeUndefined();
  });
});
