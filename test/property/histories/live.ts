import {zoomTrouble} from '../../../server/core/ports/port-error.js';
import {isInside} from '../../../server/core/domain/events.js';
import {zoomPostProps} from '../../../server/core/domain/post-props.js';
import type {ZoomAttendance} from '../../../server/core/ports/zoom/endpoints/past-participants.js';
import {LOOK_AFTER_MS} from '../../../server/inbound/jobs/look-after.js';
import {createCards} from '../../../server/outbound/store/cards.js';
import {createFakeWorld, type FakeWorld} from '../../support/fake-world.js';
import {mattermostId} from '../../support/mattermost-id.js';
import {passTimeUntil} from '../../support/pass-time-until.js';
import {channelId, createSampleCard, OPENED_AT} from '../../support/sample-card.js';
import type {Fate, History, Second, Story, Visit} from './history.js';
import {createNodes, type Nodes} from './nodes.js';
import {msOf, PARTICIPANTS, type Told, toldOf} from './told.js';

/** A history as it is lived through here. */
export interface Life {
  world: FakeWorld;
  now: () => Second;
  /** By when an occurrence had begun, as far as we know, by its UUID; 0: Zoom has said when. */
  known: ReadonlyMap<string, Second>;
  /** Numbers of which nobody can say what we know: somebody died while they learnt it. */
  unsure: ReadonlySet<string>;
  /** Whether all that had happened in Zoom by then has reached us; what is lost never does. */
  isToldUntil: (at: Second) => boolean;
}

/** What nobody has taken is sent again, and what a dead node was at is taken up by another one. */
const AGAIN_AFTER: Second = 300;
/** Zoom’s data about past meetings come late. */
const PAST_AFTER: Second = 60;
/** Zoom ends every meeting after 30 hours, and nothing is to go on for ever. */
const LAST: Second = 40 * 3_600;

interface Living extends Life {
  nodes: Nodes;
  known: Map<string, Second>;
  unsure: Set<string>;
  /** What is on its way, or will happen. */
  owed: Set<Told>;
  queue: {at: Second; run: () => Promise<void>}[];
  /** Numbers that are looked at from time to time. */
  looking: Set<string>;
}

/** Lets it all happen, until nothing is left to be done; `look` sees what there is after each step. */
export async function live(history: History, look: (life: Life) => Promise<void>): Promise<Life> {
  const world = createFakeWorld();
  const owed = new Set<Told>();
  const living: Living = {
    world,
    now: () => Math.floor((world.clock.now() - OPENED_AT) / 1_000),
    known: new Map(),
    unsure: new Set(),
    isToldUntil: (at) => [...owed].every((told) => told.at > at),
    nodes: createNodes(world),
    owed,
    queue: [],
    looking: new Set(history.stories.map(({number}) => number)),
  };
  showPlansInZoom(living, history);
  plan(living, history);
  for (let next = takeNext(living); next !== undefined; next = takeNext(living)) {
    world.clock.advance(Math.max(0, msOf(next.at) - world.clock.now()));
    await passTimeUntil(world.clock, Promise.all(next.runs.map((run) => run())));
    for (const number of new Set(living.nodes.takeUnshown())) showLater(living, number, 0);
    for (const number of living.nodes.takeUnwatched()) watchAgain(living, history, number);
    await look(living);
    if (living.now() > LAST) throw new Error('It goes on for ever');
  }
  world.clock.advance(5_000);
  await passTimeUntil(world.clock, living.nodes.idle());
  return living;
}

/** What is due within the same few seconds happens side by side. */
function takeNext({queue}: Living): {at: Second; runs: (() => Promise<void>)[]} | undefined {
  queue.sort((one, other) => one.at - other.at);
  const [first] = queue;
  if (first === undefined) return undefined;
  const due = queue.filter(({at}) => at <= first.at + 2);
  queue.splice(0, due.length);
  return {at: due.at(-1)?.at ?? first.at, runs: due.map(({run}) => run)};
}

function plan(living: Living, {stories, fates, mishaps, asksAt}: History): void {
  const {queue, nodes, owed} = living;
  for (const {at, node, ...accident} of mishaps)
    queue.push({at, run: async () => nodes.restart(node, accident)});
  for (const [index, story] of stories.entries()) {
    const end = Math.max(...story.occurrences.map(({to}) => to), ...story.cards.map(({at}) => at));
    queue.push({at: end + 1, run: async () => undefined});
    for (const card of story.cards) queue.push({at: card.at, run: () => openCard(living, story, card)});
    const since = OPENED_AT + asksAt * 400;
    queue.push({
      at: Math.floor((asksAt * 400 + LOOK_AFTER_MS) / 1_000),
      run: lookLater(living, story, since, 0),
    });
    for (const [nth, told] of toldOf(story).entries()) {
      const {isLost, copies} = fates[(index + nth) % fates.length] as Fate;
      if (isLost) continue;
      owed.add(told);
      for (const {after, node} of copies) queue.push({at: told.at + after, run: deliver(living, told, node)});
    }
  }
}

const deliver = (living: Living, told: Told, node: number) => async (): Promise<void> => {
  const {nodes, queue, owed, known, now} = living;
  if ((await nodes.hear(node, told)) === undefined) {
    queue.push({at: now() + AGAIN_AFTER, run: deliver(living, told, 1 - node)});
    return;
  }
  owed.delete(told);
  if (told.begunBy !== undefined) learn(known, told.uuid, told.begunBy);
};

function showLater(living: Living, number: string, node: number): void {
  const run = async (): Promise<void> => {
    if (!(await living.nodes.show(node, number))) showLater(living, number, 1 - node);
  };
  living.queue.push({at: living.now() + AGAIN_AFTER, run});
}

/** Where a look is to come anyhow, that one will do. */
function watchAgain(living: Living, {stories}: History, number: string): void {
  const {queue, now, looking, world} = living;
  const story = stories.find((each) => each.number === number);
  if (story === undefined || looking.has(number)) return;
  looking.add(number);
  queue.push({at: now() + LOOK_AFTER_MS / 1_000, run: lookLater(living, story, world.clock.now(), 0)});
}

const lookLater = (living: Living, story: Story, since: number, tries: number) => async (): Promise<void> => {
  const {nodes, queue, now, unsure} = living;
  showInZoom(living, story);
  const {outcome, isHarmed} = await nodes.lookAt(tries % 2, {about: story.number, since, tries});
  if (isHarmed) unsure.add(story.number);
  const isEarly = story.cards.some(({at}) => at > now());
  if (outcome === 'done' && !isEarly) {
    living.looking.delete(story.number);
    return;
  }
  const pauseMs =
    outcome === undefined || outcome === 'done' || 'failed' in outcome ? undefined : outcome.again;
  const again = pauseMs === undefined ? AGAIN_AFTER : Math.max(1, Math.ceil(pauseMs / 1_000));
  queue.push({at: now() + again, run: lookLater(living, story, since, tries + 1)});
};

const learn = (known: Map<string, Second>, uuid: string, begunBy: Second): void =>
  void known.set(uuid, Math.min(begunBy, known.get(uuid) ?? Infinity));

/** What Zoom answers now when it is asked about the number. */
function showInZoom({world: {zoom}, now, known}: Living, {kind, number, cards, occurrences}: Story): void {
  const running = occurrences.find(({from, to}) => from <= now() && now() < to);
  const isOver = kind === 'instant' && occurrences.every(({to}) => to <= now());
  const hostId = 'zoom-ana';
  if (isOver) zoom.states.delete(number);
  else if (running === undefined) zoom.states.set(number, {uuid: undefined, hostId, status: 'waiting'});
  else zoom.states.set(number, {uuid: running.uuid, hostId, status: 'started'});
  if (running !== undefined) learn(known, running.uuid, now());
  for (const {uuid, from, to, visits} of occurrences.filter((each) => each.to + PAST_AFTER <= now())) {
    zoom.past.set(uuid, {uuid, hostId, startedAt: msOf(from), endedAt: msOf(to)});
    zoom.attendances.set(uuid, visits.flatMap(attendanceOf));
    // Zoom is asked about those that a card knows, and says when they began.
    if (known.has(uuid) || cards.some(({at}) => from <= at && at < to)) known.set(uuid, 0);
  }
}

/** What Zoom answers when it is asked about what is planned, and what of it was held last. */
function showPlansInZoom({world: {zoom}, now, known}: Living, {stories}: History): void {
  const storyOf = (number: string): Story => {
    const story = stories.find((each) => each.number === number);
    if (story === undefined) throw new Error(`There is no story of ${number}`);
    return story;
  };
  zoom.operations.getMeeting = async ({meetingId: id}) => {
    const {plans, occurrences} = storyOf(id);
    const {startsAt, minutes} = (plans && now() >= plans.changedAt ? plans.then : plans?.first) ?? NO_PLAN;
    const running = occurrences.find(({from, to}) => from <= now() && now() < to);
    const status = running === undefined ? 'waiting' : 'started';
    const when = {start_time: inZoom(startsAt), duration: minutes};
    return {id, host_id: 'zoom-ana', type: 2, topic: 'Weekly planning', uuid: running?.uuid, status, ...when};
  };
  zoom.operations.getPastMeeting = async ({meetingId}) => {
    const held = storyOf(meetingId).occurrences.findLast(({to}) => to + PAST_AFTER <= now());
    if (held === undefined) throw zoomTrouble({kind: 'refused', code: 3001});
    known.set(held.uuid, 0);
    return {uuid: held.uuid, start_time: inZoom(held.from), end_time: inZoom(held.to)};
  };
}

const NO_PLAN = {startsAt: 0, minutes: 0};
const inZoom = (at: Second): string => new Date(msOf(at)).toISOString().replace('.000Z', 'Z');

/** Zoom knows afterwards who was in, and nothing of those who only waited. */
function attendanceOf({stayId, person, steps}: Visit): ZoomAttendance[] {
  const came = steps.find(({way, where}) => way === 'joined' && isInside(where));
  const went = steps.at(-1);
  if (came === undefined || went === undefined) return [];
  const unnamed = {zoomUserId: undefined, address: undefined};
  return [{...unnamed, ...PARTICIPANTS[person], stayId, joinedAt: msOf(came.at), leftAt: msOf(went.at)}];
}

async function openCard({world}: Living, story: Story, {id, at}: {id: string; at: Second}): Promise<void> {
  const {kind, number, occurrences, plans} = story;
  // Zoom says at a start what runs under a personal ID, and which UUID a new meeting will have.
  const hint = kind === 'instant' ? occurrences[0] : occurrences.find(({from, to}) => from <= at && at < to);
  const card = createSampleCard({
    id,
    kind,
    postId: mattermostId(id.replaceAll('-', '')),
    meeting: {
      ...createSampleCard().meeting,
      number,
      uuid: hint?.uuid,
      ...(hint === undefined && {since: msOf(at)}),
    },
    ...(plans && {
      plan: {
        toldAt: msOf(at),
        topic: 'Weekly planning',
        startsAt: msOf(plans.first.startsAt),
        minutes: plans.first.minutes,
      },
    }),
    openedAt: msOf(at),
  });
  await createCards(world).add(card);
  const post = {id: card.postId, channelId, rootId: '', userId: 'bot', type: 'custom_zoom', message: ''};
  world.chat.posts.set(card.postId, {
    ...post,
    isDeleted: false,
    createdAt: card.openedAt,
    props: {...zoomPostProps(card)},
  });
}
