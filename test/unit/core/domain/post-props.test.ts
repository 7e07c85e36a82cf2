import {describe, expect, it} from '@jest/globals';
import {cardIdOf, zoomPostProps} from '../../../../server/core/domain/post-props.js';
import type {MeetingEvent} from '../../../../server/core/domain/events.js';
import {after, begins, ends, joins, leaves} from '../../../support/meeting-story.js';
import {ana} from '../../../support/people.js';
import {createSampleCard, OPENED_AT} from '../../../support/sample-card.js';

describe('the props of a card', () => {
  const waiting = {
    meeting_id: 85_512_345_678,
    meeting_uuid: 'uuid-1==',
    meeting_link: 'https://zoom.us/j/85512345678?pwd=abc',
    meeting_status: 'STARTED',
    meeting_personal: false,
    meeting_topic: 'Weekly planning',
    meeting_creator_username: 'ana',
    meeting_provider: 'Zoom',
    zoom_card: {version: 1, id: 'intent-1', state: 'waiting', host_user_id: ana.id, host_name: 'Ana Silva'},
  };

  it('are those of the official plugin and one of our own', () => {
    expect(zoomPostProps(createSampleCard())).toStrictEqual(waiting);
  });

  it('are the same for a card that names no kind, as those of 3.1.0', () => {
    const {kind, ...card} = createSampleCard();
    expect([kind, zoomPostProps(card)]).toStrictEqual(['instant', waiting]);
  });

  it('tell other plugins STARTED while it lives, and ours when it began', () => {
    expect(zoomPostProps(createSampleCard({startedAt: OPENED_AT, occurrence: 'uuid-2=='}))).toStrictEqual({
      ...waiting,
      meeting_uuid: 'uuid-2==',
      zoom_card: {...waiting.zoom_card, state: 'live', started_at: OPENED_AT},
    });
  });

  it('tell other plugins ENDED and when', () => {
    const card = createSampleCard({startedAt: OPENED_AT, endedAt: OPENED_AT + 60_000});
    expect(zoomPostProps(card)).toStrictEqual({
      ...waiting,
      meeting_status: 'ENDED',
      meeting_end_time: OPENED_AT + 60_000,
      zoom_card: {
        ...waiting.zoom_card,
        state: 'ended',
        started_at: OPENED_AT,
        ended_at: OPENED_AT + 60_000,
      },
    });
  });

  it('name a passcode only where the link does not carry it', () => {
    const {meeting} = createSampleCard();
    const props = zoomPostProps(
      createSampleCard({meeting: {...meeting, passcode: '123456', uuid: undefined}}),
    );
    expect(props.zoom_card.passcode).toBe('123456');
    expect(props.meeting_uuid).toBe('');
  });

  it('name the first eight of those who are in, and count all', () => {
    const host = joins(9, {stayId: '1', zoomUserId: 'zoom-ana', name: 'Ana'});
    const ben = joins(8, {stayId: '2', zoomUserId: 'zoom-ben', userId: 'ben', name: 'Ben Okri'});
    const guests = ['Zoe Smith', '+49 170 1234567', ...'abcdefg'].map((name, index) =>
      joins(index, {stayId: `3${index}`, name}),
    );
    const waits = joins(9, {stayId: '4', name: 'Kim'}, 'waitingRoom');
    const props = zoomPostProps(after(begins(0), ...guests, ben, host, waits));
    const who = {people_count: 11, waiting_count: 1, host_is_in: true};
    expect(props.zoom_card).toMatchObject(who);
    expect(props.zoom_card.people).toStrictEqual([
      {user_id: ana.id, name: 'Ana Silva', is_host: true},
      {user_id: 'ben', name: 'Ben Okri'},
      ...['Zoe', '', ...'abcd'].map((name) => ({name})),
    ]);
  });

  it('say that the host is not in only where that is known', () => {
    const guest = {stayId: '2', name: 'Zoe'};
    const isIn = (...events: readonly MeetingEvent[]) => zoomPostProps(after(...events)).zoom_card.host_is_in;
    expect(isIn(begins(0), joins(1, guest))).toBe(false);
    expect(isIn(begins(0), joins(900, guest))).toBeUndefined();
    expect(isIn(begins(0))).toBeUndefined();
  });

  it('name who took part once it is over', () => {
    const guest = {stayId: '2', name: 'Zoe'};
    const props = zoomPostProps(after(begins(0), joins(1, guest), leaves(5, guest), ends(9)));
    expect(props.zoom_card).toMatchObject({people: [{name: 'Zoe'}], people_count: 1, waiting_count: 0});
  });

  it('can be read back for the id of their card', () => {
    expect(cardIdOf({...zoomPostProps(createSampleCard())})).toBe('intent-1');
  });

  it.each([
    {},
    {zoom_card: null},
    {zoom_card: 'intent-1'},
    {zoom_card: []},
    {zoom_card: {}},
    {zoom_card: {id: 7}},
    {zoom_card: {id: {}}},
  ])('of somebody else, %j, have none', (props) => {
    expect(cardIdOf(props)).toBeUndefined();
  });
});
