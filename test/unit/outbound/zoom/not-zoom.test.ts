import {afterEach, expect, it} from '@jest/globals';
import type {ZoomProblem} from '../../../../server/core/domain/zoom-problem.js';
import {answerJson, answerText, type Behaviour} from '../../../support/fault-server.js';
import {CALLS, errorOf, noHurry, startZoomUnderTest, type ZoomUnderTest} from './zoom-under-test.js';

const TRACKED = {'x-zm-trackingid': 'v=2.0;clid=us02;rid=WEB_1'};
const notZoom = (status: number): ZoomProblem => ({kind: 'not-zoom', status});

let running: ZoomUnderTest | undefined;
afterEach(() => running?.server.close());

it.each<[name: string, behaviour: Behaviour, problem: ZoomProblem]>([
  ['404 of another program', answerText(404, '<h1>Not here</h1>'), notZoom(404)],
  ['404 of another API', answerJson(404, {code: 404, message: 'API does not exist.'}), notZoom(404)],
  ["404 of Zoom's pages", answerText(404, '<h1>Not here</h1>', TRACKED), notZoom(404)],
  ['403 of a firewall', answerText(403, '<h1>Blocked</h1>'), notZoom(403)],
  ['401 of another program', answerJson(401, {error: 'No session.'}), notZoom(401)],
  ['400 of another program', answerJson(400, {message: 'Bad Request'}), notZoom(400)],
  ['403 of Zoom without a body', answerText(403, '', TRACKED), {kind: 'forbidden'}],
  ['404 of Zoom', answerJson(404, {code: 3001, message: 'No meeting.'}), {kind: 'refused', code: 3001}],
])('whose answer it was is told apart: %s', async (_name, api, problem) => {
  running = await startZoomUnderTest({api});
  expect((await errorOf(CALLS.createMeeting(running.zoom, noHurry()))).problem).toEqual(problem);
  expect(running.server.requests).toHaveLength(2);
});
