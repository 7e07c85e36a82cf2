import {describe, expect, it} from '@jest/globals';
import {PREFERENCE_CHOICES, type PreferenceName} from '../../../../contract/preferences.js';
import {bringHere} from '../../../../server/inbound/actions/bring-here.js';
import {chooseMeetingId} from '../../../../server/inbound/actions/choose-meeting-id.js';
import {postInvitationAction} from '../../../../server/inbound/actions/post-invitation.js';
import {joinAgain} from '../../../../server/inbound/actions/join-again.js';
import {registerPeopleAction} from '../../../../server/inbound/actions/register-people.js';
import {startPlanned} from '../../../../server/inbound/actions/start-planned.js';
import {ACTIONS} from '../../../../server/inbound/actions/registry.js';
import {sendInvitationAction} from '../../../../server/inbound/actions/send-invitation.js';
import {setPreference} from '../../../../server/inbound/actions/set-preference.js';
import {shareForMany} from '../../../../server/inbound/actions/share-for-many.js';
import {startAnother} from '../../../../server/inbound/actions/start-another.js';
import {startAsHost} from '../../../../server/inbound/actions/start-as-host.js';
import {startForMany} from '../../../../server/inbound/actions/start-for-many.js';
import {holdStart} from '../../../../server/inbound/held-start.js';
import {texts} from '../../../../server/messages/texts.js';

const wish = {userId: 'u', channelId: 'c', rootId: '', topic: '', drawsCards: true};
const held = {...holdStart(wish), question: 'Join?'};
const brought = {
  channelId: 'c',
  rootId: '',
  kind: 'meeting',
  number: '87712345678',
  members: '',
  from: 'list',
} as const;
const choices = Object.entries(PREFERENCE_CHOICES).flatMap(([name, values]) =>
  values.map((value) => ({name: name as PreferenceName, value})),
);

describe('the buttons of private messages', () => {
  it('have names of their own, and ids that Mattermost takes', () => {
    const names = ACTIONS.map(({name}) => name);
    expect(new Set(names).size).toBe(names.length);
    const translate = texts('en');
    const ids = [
      startAsHost.look({cardId: 'c', number: '1'}, translate).id,
      startAnother.look(held, translate).id,
      chooseMeetingId.look({...held, meetingId: 'personal'}, translate).id,
      chooseMeetingId.look({...held, meetingId: 'unique'}, translate).id,
      startForMany.look({...held, members: '7'}, translate).id,
      shareForMany.look({channelId: 'c', rootId: '', link: '', topic: '', members: '7'}, translate).id,
      postInvitationAction.look({channelId: 'c', rootId: '', number: '1', cardId: '', members: ''}, translate)
        .id,
      startPlanned.look({number: '85512345678'}, translate).id,
      joinAgain.look({channelId: 'c', rootId: '', number: '1', link: ''}, translate).id,
      registerPeopleAction.look({number: '1', people: ''}, translate).id,
      sendInvitationAction.look({number: '1', cardId: '', people: ''}, translate).id,
      ...['87712345678', '87712345679'].map((number) => bringHere.look({...brought, number}, translate).id),
      ...choices.map((choice) => setPreference.look(choice, translate).id),
    ];
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9]+$/);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('understand at the press what they were drawn with', () => {
    expect(startAsHost.values.parse({cardId: 'c', number: '1'})).toEqual({cardId: 'c', number: '1'});
    expect(startAnother.values.parse(held)).toEqual(held);
    expect(startForMany.values.parse({...held, members: '7'})).toMatchObject({members: '7'});
    for (const choice of choices) expect(setPreference.values.parse(choice)).toEqual(choice);
  });

  it('of version 3.0 are understood, though it drew no question, and asked none of the others', () => {
    const older = {channelId: 'c', rootId: '', topic: '', drawsCards: 'yes'} as const;
    expect(startAnother.values.parse(older)).toEqual({...held, question: ''});
  });

  it.each([
    [startAsHost, {cardId: 'c'}],
    [startAnother, {...held, drawsCards: 'perhaps'}],
    [chooseMeetingId, {...held, meetingId: 'any'}],
    [startForMany, {...held, members: undefined}],
    [bringHere, {...brought, kind: 'room'}],
    [setPreference, {name: 'open', value: 'perhaps'}],
    [setPreference, {name: 'constructor', value: 'on'}],
  ])('refuse what they were never drawn with', (action, values) => {
    expect(action.values.safeParse(values).success).toBe(false);
  });
});
