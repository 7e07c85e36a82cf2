import {beforeEach, describe, expect, it} from '@jest/globals';
import {ZOOM_HOSTS} from '../../../../contract/link-rules.js';
import {zoomTrouble} from '../../../../server/core/ports/port-error.js';
import {createAllowance} from '../../../../server/core/usecases/allowance.js';
import {type BringOrShare, createBringOrShare} from '../../../../server/core/usecases/bring-or-share.js';
import {createShareLink} from '../../../../server/core/usecases/share-link.js';
import {newId} from '../../../../server/lib/new-id.js';
import {texts} from '../../../../server/messages/texts.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {ana} from '../../../support/people.js';
import {PLANNED_NUMBER, planInZoom, type ShownMeeting, shownMeeting} from '../../../support/plan-in-zoom.js';
import {startPluginProcess} from '../../../support/plugin-process.js';
import {channelId} from '../../../support/sample-card.js';

const LINK = `https://zoom.us/j/${PLANNED_NUMBER}?pwd=abc`;

let world: FakeWorld;
let bringOrShare: BringOrShare;
function begin(zoom: FakeWorld['zoom'] | undefined = world.zoom): void {
  const plugin = startPluginProcess({...world, zoom});
  bringOrShare = createBringOrShare({
    importMeeting: ({userId, ...input}) => plugin.import(userId, input),
    shareLink: createShareLink({
      ...world,
      newId: () => newId(world.random),
      allowance: createAllowance(),
      hosts: ZOOM_HOSTS,
      confirmAbove: 0,
      restrictsDirectMessages: false,
      defaultTopic: 'Zoom meeting',
      translate: texts('en'),
    }),
    hosts: ZOOM_HOSTS,
    inTime: (work, caller) => work(caller),
  });
}
const share = (meeting: string, title = '') =>
  bringOrShare({
    userId: ana.id,
    user: world.chat.user(ana.id),
    channelId,
    rootId: '',
    meeting,
    title,
    mayPostHere: false,
    isForMany: false,
    signal: new AbortController().signal,
  });
const planned = (changes: Partial<ShownMeeting> = {}): void =>
  planInZoom(world.zoom, {meetings: [shownMeeting(changes)]});
const kinds = () =>
  [...world.chat.posts.values()].map(({props}) => (props['zoom_card'] as {state: string}).state);
beforeEach(() => {
  world = createFakeWorld();
  planned();
  begin();
});

describe('a meeting of one’s own', () => {
  it.each([PLANNED_NUMBER, LINK])('is followed, by %s', async (meeting) => {
    expect(await share(meeting, 'Review')).toMatchObject({
      by: 'import',
      outcome: {kind: 'imported', card: {local: {title: 'Review'}, meeting: {number: PLANNED_NUMBER}}},
    });
    expect(kinds()).toEqual(['waiting']);
  });

  it('is a webinar, too', async () => {
    planInZoom(world.zoom, {webinars: [shownMeeting({type: 5})]});
    expect(await share(LINK)).toMatchObject({outcome: {kind: 'imported', card: {kind: 'webinar'}}});
  });

  it('is said to be here already, or to be none that can be shared', async () => {
    await share(LINK);
    expect(await share(LINK)).toMatchObject({by: 'import', outcome: {kind: 'already-here'}});
    planInZoom(world.zoom, {
      webinars: [shownMeeting({id: '97700000001', type: 5, settings: {meeting_authentication: true}})],
    });
    expect(await share('https://zoom.us/w/97700000001')).toMatchObject({outcome: {kind: 'sign-in'}});
    expect(kinds()).toEqual(['waiting']);
  });
});

describe('a link to another meeting', () => {
  it.each<[string, Partial<ShownMeeting>]>([
    ['somebody else hosts', {host_id: 'zoom-ben'}],
    ['was started at once', {type: 1}],
    ['is under a personal meeting ID', {join_url: 'https://zoom.us/j/1234567890'}],
    ['is over', {start_time: '2026-11-01T10:00:00Z'}],
    ['Zoom does not know', {id: '87700000009'}],
  ])('is posted as it is where it %s', async (_what, changes) => {
    planned(changes);
    expect(await share(LINK)).toEqual({by: 'share', outcome: {kind: 'shared'}});
    expect(kinds()).toEqual(['shared']);
  });

  it.each(['timeout', 'unreachable'] as const)('is posted where Zoom is asked in vain (%s)', async (kind) => {
    world.zoom.faults.set('findUser', () => zoomTrouble({kind}));
    expect(await share(LINK)).toEqual({by: 'share', outcome: {kind: 'shared'}});
  });

  it('is posted by people whom Zoom does not know, and where Zoom is not set up', async () => {
    world.zoom.users.delete(ana.email);
    expect(await share(LINK)).toEqual({by: 'share', outcome: {kind: 'shared'}});
    begin(undefined);
    expect(await share(LINK)).toEqual({by: 'share', outcome: {kind: 'shared'}});
  });

  it('is not asked about where it names no number, or is no link', async () => {
    expect(await share('https://zoom.us/my/ana')).toEqual({by: 'share', outcome: {kind: 'shared'}});
    expect(await share('https://evil.example/j/87712345678')).toEqual({
      by: 'share',
      outcome: {kind: 'bad-link'},
    });
    expect(world.zoom.calls).toEqual([]);
  });
});

describe('a number alone', () => {
  it.each<[string, Partial<ShownMeeting>, string]>([
    ['of somebody else’s', {host_id: 'zoom-ben'}, 'not-the-host'],
    ['that Zoom does not know', {id: '87700000009'}, 'gone'],
  ])('S-22 %s posts nothing', async (_whose, changes, kind) => {
    planned(changes);
    expect(await share(PLANNED_NUMBER)).toMatchObject({by: 'import', outcome: {kind}});
    expect(kinds()).toEqual([]);
  });
});
