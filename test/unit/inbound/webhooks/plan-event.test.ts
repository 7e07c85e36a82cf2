import {beforeEach, describe, expect, it} from '@jest/globals';
import type {PlanNews} from '../../../../server/core/usecases/hear-of-plan.js';
import {planEvent} from '../../../../server/inbound/webhooks/plan-event.js';
import {createRecordingLogger} from '../../../support/recording-logger.js';

const OBJECT = {id: 85512345678, host_id: 'zoom-ana', topic: 'Planning'};
const ABOUT = {number: '85512345678', hostId: 'zoom-ana', accountId: 'acc-1', receivedAt: 9};
let heard: [PlanNews, string][];
beforeEach(() => {
  heard = [];
});
const receive = (name: string, what: PlanNews['what'], payload: unknown) => {
  const logger = createRecordingLogger();
  const hearOfPlan = async (news: PlanNews, authenticity: string) => {
    heard.push([news, authenticity]);
    return {kind: 'unknown-meeting'} as const;
  };
  const event = planEvent(name, what)({hearOfPlan});
  const given = {
    body: {event: name, payload},
    authenticity: 'fresh',
    token: undefined,
    receivedAt: 9,
  } as const;
  return event.receive({...given, logger}).then((answer) => ({...answer, lines: logger.lines}));
};

describe('an event about what is planned', () => {
  it('says of which number, whose and in which account', async () => {
    const answer = await receive('meeting.updated', 'changed', {account_id: 'acc-1', object: OBJECT});
    expect(answer).toEqual({status: 204, lines: []});
    expect(heard).toEqual([[{what: 'changed', ...ABOUT}, 'fresh']]);
  });

  it('of which only the number is told besides the change is understood', async () => {
    await receive('webinar.updated', 'changed', {account_id: 'acc-1', object: {id: '85512345678'}});
    expect(heard[0]?.[0]).toMatchObject({what: 'changed', number: '85512345678', hostId: undefined});
  });

  it.each([
    ['all', 'deleted'],
    [undefined, 'deleted'],
    [null, 'deleted'],
    ['single', 'changed'],
    ['range', 'changed'],
  ])('that deletes, in its extent of %p, is heard as %s', async (operation, what) => {
    await receive('meeting.deleted', 'deleted', {account_id: 'acc-1', operation, object: OBJECT});
    expect(heard[0]?.[0].what).toBe(what);
  });

  it.each([undefined, {}, {object: {}}, {object: {id: 'abc'}}, {object: {id: 1.5}}])(
    'is put aside where its payload is %p',
    async (payload) => {
      const {status, lines} = await receive('meeting.deleted', 'deleted', payload);
      expect([status, JSON.stringify(lines)]).toEqual([204, expect.stringContaining('has another shape')]);
      expect(heard).toEqual([]);
    },
  );
});
