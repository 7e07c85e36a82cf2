import {describe, expect, it} from '@jest/globals';
import type {Answered} from '../../../../server/outbound/zoom/transport.js';
import {createZoomClock} from '../../../../server/outbound/zoom/zoom-clock.js';
import {createMetrics} from '../../../../server/hosts/metrics/create-metrics.js';
import {answerJson} from '../../../support/fault-server.js';
import {CALLS, noHurry, START, startZoomUnderTest} from './zoom-under-test.js';

const answerAt = (date: string, content: Answered['content'] = {kind: 'json', value: {}}): Answered => ({
  kind: 'answered',
  status: 200,
  headers: {date},
  content,
});

describe('The clock of Zoom', () => {
  it.each([
    ['an answer', answerJson(200, {id: 'user-1'}, {Date: 'Mon, 23 Nov 2026 14:07:00 GMT'}), 7 * 60_000],
    ['a refusal', answerJson(404, {code: 1001}, {Date: 'Mon, 23 Nov 2026 13:58:00 GMT'}), -2 * 60_000],
  ])('is told by %s', async (_case, api, ahead) => {
    const {zoom, server, metrics} = await startZoomUnderTest({api});
    await CALLS.findUser(zoom, noHurry());
    expect(zoom.clockAhead()).toBe(ahead);
    const shown = metrics.read().find(({name}) => name === 'zoom_clock_offset_seconds');
    expect(shown?.samples).toMatchObject([{value: ahead / 1000}]);
    await server.close();
  });

  it('is that of the last answer of Zoom that told it', () => {
    const clock = createZoomClock(createMetrics('plugin'));
    expect(clock.ahead()).toBeUndefined();
    clock.hear(answerAt('Mon, 23 Nov 2026 14:07:00 GMT'), START);
    clock.hear(answerAt('Mon, 23 Nov 2026 14:01:00 GMT'), START);
    clock.hear(answerAt(''), START);
    clock.hear(answerAt('soon'), START);
    // The page of a proxy.
    clock.hear(answerAt('Mon, 23 Nov 2026 15:00:00 GMT', {kind: 'not-json'}), START);
    clock.hear({kind: 'not-answered', reason: 'unreachable', code: 'ECONNRESET'}, START);
    expect(clock.ahead()).toBe(60_000);
  });
});
