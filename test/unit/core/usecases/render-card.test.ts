import {describe, expect, it} from '@jest/globals';
import type {Card} from '../../../../server/core/domain/card.js';
import {zoomPostProps} from '../../../../server/core/domain/post-props.js';
import {renderCard} from '../../../../server/core/usecases/render-card.js';
import {texts} from '../../../../server/messages/texts.js';
import {attachmentOf, createSampleCard, OPENED_AT} from '../../../support/sample-card.js';

const URL = 'https://zoom.us/j/85512345678?pwd=abc';
const MINUTE = 60_000;
const render = (changes: Partial<Card> = {}) => renderCard(createSampleCard(changes), texts('en'));
const live = {startedAt: OPENED_AT + MINUTE};
const ended = {...live, endedAt: OPENED_AT + 49 * MINUTE};

describe('the post of a card that waits for its host', () => {
  it('says in its message who opened what, and where to join', () => {
    expect(render().message).toBe(`Ana Silva opened “Weekly planning”: [Join meeting](${URL})`);
  });

  it('has no quotes around a topic that nobody gave', () => {
    const {message, props} = render({topic: 'Zoom meeting', hasDefaultTopic: true});
    expect(message).toBe(`Ana Silva opened a Zoom meeting: [Join meeting](${URL})`);
    expect(attachmentOf({props}).title).toBe('Zoom meeting');
    expect(props['zoom_card']).toMatchObject({default_topic: true});
  });

  it('is complete in its attachment, for mobile, search and exports', () => {
    expect(attachmentOf(render())).toEqual({
      title: 'Weekly planning',
      title_link: URL,
      text: 'Meeting ID 855 1234 5678\nThe link works until the meeting has ended.',
      fallback: `Weekly planning · Ana Silva opened a Zoom meeting · Join: ${URL} · Meeting ID 855 1234 5678`,
    });
  });

  it('has exactly the props of the official plugin, ours, and the attachment', () => {
    const {type, props} = render();
    expect(type).toBe('custom_zoom');
    const {attachments, ...others} = props;
    expect(attachments).toHaveLength(1);
    expect(others).toEqual(zoomPostProps(createSampleCard()));
  });

  it('names a passcode that the link does not carry, as code without a way out of it', () => {
    const meeting = {...createSampleCard().meeting, passcode: '12`34'};
    expect(attachmentOf(render({meeting})).text).toContain('Meeting ID 855 1234 5678\nPasscode `1234`\n');
  });
});

describe('the post of a live card', () => {
  it('says since when, and names the zone', () => {
    expect(attachmentOf(render(live)).text).toBe('Live since Nov 23, 14:01 UTC\nMeeting ID 855 1234 5678');
  });

  it('has started', () => {
    expect(render(live).message).toBe(`Ana Silva started “Weekly planning”: [Join meeting](${URL})`);
    expect(render({...live, hasDefaultTopic: true}).message).toBe(
      `Ana Silva started a Zoom meeting: [Join meeting](${URL})`,
    );
    expect(attachmentOf(render(live)).fallback).toContain('Ana Silva started a Zoom meeting');
  });
});

describe('the post of a card that has ended', () => {
  it('says in its message what has ended, and how long it took', () => {
    expect(render(ended).message).toBe(
      'The Zoom meeting “Weekly planning” that Ana Silva started has ended after 48 minutes.',
    );
    expect(render({...ended, hasDefaultTopic: true}).message).toBe(
      'The Zoom meeting that Ana Silva started has ended after 48 minutes.',
    );
  });

  it('shows end, length and start in its attachment, and links nowhere', () => {
    expect(attachmentOf(render(ended))).toEqual({
      title: 'Weekly planning',
      text: 'Ended Nov 23, 14:49 UTC · lasted 48 minutes\nStarted Nov 23, 14:01 UTC\nMeeting ID 855 1234 5678',
      fallback:
        'Weekly planning · The Zoom meeting of Ana Silva ended Nov 23, 14:49 UTC · It lasted 48 minutes · ' +
        'Meeting ID 855 1234 5678',
    });
  });

  it.each([
    [59_999, 'less than a minute'],
    [60_000, '1 minute'],
    [150_000, '3 minutes'],
  ])('calls a length of %i ms %s', (ms, length) => {
    const card = {startedAt: OPENED_AT, endedAt: OPENED_AT + ms};
    expect(render(card).message).toMatch(`has ended after ${length}.`);
    expect(attachmentOf(render(card)).text).toContain(`lasted ${length}\n`);
  });

  it('gives no length where nobody knows the start', () => {
    const {message, props} = render({endedAt: OPENED_AT});
    expect(message).toBe('The Zoom meeting “Weekly planning” that Ana Silva started has ended.');
    expect(render({endedAt: OPENED_AT, hasDefaultTopic: true}).message).toBe(
      'The Zoom meeting that Ana Silva started has ended.',
    );
    expect(attachmentOf({props})).toMatchObject({
      text: 'Ended Nov 23, 14:00 UTC\nMeeting ID 855 1234 5678',
      fallback:
        'Weekly planning · The Zoom meeting of Ana Silva ended Nov 23, 14:00 UTC · Meeting ID 855 1234 5678',
    });
  });

  it('no longer shows a passcode', () => {
    const meeting = {...createSampleCard().meeting, passcode: '123456'};
    expect(attachmentOf(render({...ended, meeting})).text).not.toContain('123456');
  });
});

describe('the post of a card that was closed before its meeting began', () => {
  const closed = {cancelledAt: OPENED_AT + MINUTE};
  const expired = {expiredAt: OPENED_AT + MINUTE};

  it('says that its host took it back, and links nowhere', () => {
    expect(render(closed).message).toBe('Ana Silva cancelled the Zoom meeting “Weekly planning”.');
    expect(attachmentOf(render(closed))).toEqual({
      title: 'Weekly planning',
      text: 'The host cancelled this meeting before anybody came.\nMeeting ID 855 1234 5678',
      fallback: 'Weekly planning · Ana Silva cancelled the Zoom meeting · Meeting ID 855 1234 5678',
    });
  });

  it('says that nobody began it, and links nowhere', () => {
    expect(render(expired).message).toBe(
      'Nobody began the Zoom meeting “Weekly planning” that Ana Silva opened.',
    );
    expect(attachmentOf(render(expired))).toEqual({
      title: 'Weekly planning',
      text: 'Nobody began this meeting, so this card no longer follows it.\nMeeting ID 855 1234 5678',
      fallback:
        'Weekly planning · Nobody began the Zoom meeting that Ana Silva opened · Meeting ID 855 1234 5678',
    });
  });
});

describe('the post of a card with a personal meeting ID', () => {
  it('does not say that its link ends with the meeting', () => {
    expect(attachmentOf(render({kind: 'personal'})).text).toBe('Meeting ID 855 1234 5678');
  });
});

describe.each([
  ['waits', {}],
  ['is live', live],
  ['has ended', ended],
] as const)('the message of a card that %s', (_state, times) => {
  it('has no clock, and no word that is true only for a while', () => {
    const {message} = render(times);
    expect(message).not.toMatch(/\d\d:\d\d|ago|just now|today/);
  });

  it('shows name and topic as they are, without meaning for Markdown or mentions', () => {
    const host = {userId: 'u', username: 'ana', name: '*Ana* @all'};
    const {message} = render({...times, host, topic: '[x](http://evil.example)'});
    expect(message).toContain('\\*Ana\\* @\u200ball');
    expect(message).toContain('[x]\u200b(http:\u200b//evil.example)');
  });
});

describe('the title of a card', () => {
  const topic = '[x](http://evil.example) *now*';

  it('is the topic letter by letter while it has a link', () => {
    expect(attachmentOf(render({topic}))).toMatchObject({title: topic, title_link: URL});
    expect(attachmentOf(render({...live, topic}))).toMatchObject({title: topic, title_link: URL});
  });

  it('is made harmless once it has none', () => {
    const {title, title_link: link} = attachmentOf(render({...ended, topic}));
    expect(link).toBeUndefined();
    expect(title).toBe('[x]\u200b(http:\u200b//evil.example) \\*now\\*');
  });
});
