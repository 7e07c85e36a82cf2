import {beforeEach, describe, expect, it} from '@jest/globals';
import type {MeetingEvent, Named} from '../../../../server/core/domain/events.js';
import {createHearOfMeeting} from '../../../../server/core/usecases/hear-of-meeting.js';

const ended: MeetingEvent = {kind: 'ended', number: '85512345678', uuid: 'uuid-1==', receivedAt: 1};

let recorded: MeetingEvent[];
let asked: Named[];
beforeEach(() => {
  recorded = [];
  asked = [];
});
const hear = createHearOfMeeting({
  record: async (event) => {
    recorded.push(event);
    return {kind: 'unknown-meeting'};
  },
  askZoomAbout: async (hint) => void asked.push(hint),
});

describe('what Zoom tells of a meeting', () => {
  it('is recorded', async () => {
    expect(await hear(ended, 'fresh')).toEqual({kind: 'unknown-meeting'});
    expect([recorded, asked]).toEqual([[ended], []]);
  });

  it('W-07 is only a reason to ask Zoom, after the answer, where it is stale', async () => {
    expect(await hear(ended, 'stale')).toEqual({kind: 'hint'});
    expect(recorded).toEqual([]);
    expect(asked).toMatchObject([{number: '85512345678', uuid: 'uuid-1=='}]);
  });
});
