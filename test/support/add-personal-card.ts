import type {FakeWorld} from './fake-world.js';
import {ana} from './people.js';
import type {startPluginProcess} from './plugin-process.js';
import {createSampleCard} from './sample-card.js';

/** A card that Ana has opened under her personal ID now, with its post. */
export async function addPersonalCard(
  {chat, clock, zoom}: FakeWorld,
  {cards, start}: ReturnType<typeof startPluginProcess>,
  number: string,
): Promise<void> {
  const before = new Set(chat.posts.keys());
  await start(ana.id, {topic: `At ${clock.now()}`, besides: true});
  const postId = [...chat.posts.keys()].find((id) => !before.has(id)) ?? '';
  const meeting = {...createSampleCard().meeting, number, uuid: undefined};
  const id = `personal ${zoom.meetings.length}`;
  await cards.add(createSampleCard({id, kind: 'personal', postId, meeting, openedAt: clock.now()}));
}
