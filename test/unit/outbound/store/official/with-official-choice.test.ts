import {beforeEach, describe, expect, it} from '@jest/globals';
import {createOfficialChoices} from '../../../../../server/outbound/store/official/official-choices.js';
import {createTellUnreadable} from '../../../../../server/outbound/store/official/tell-unreadable.js';
import {withOfficialChoice} from '../../../../../server/outbound/store/official/with-official-choice.js';
import {createFakeWorld, type FakeWorld} from '../../../../support/fake-world.js';
import {ana} from '../../../../support/people.js';

let world: FakeWorld;
const chatOf = () => {
  const choices = createOfficialChoices({...world, tellUnreadable: createTellUnreadable(world.logger)});
  return withOfficialChoice(world.chat, {...world, choices});
};
beforeEach(() => {
  world = createFakeWorld();
});

describe('The meeting ID that somebody chose in the official plugin', () => {
  const ROW = `zoomUserPreference_${ana.id}`;

  it('counts where they have chosen none with us, whether it was taken over already or not', async () => {
    await world.keyValue.put(ROW, '"true"');
    expect(await chatOf().preferences(ana.id)).toEqual({id: 'personal'});
    await world.keyValue.delete(ROW);
    expect(await chatOf().preferences(ana.id)).toEqual({id: 'personal'});
  });

  it('gives way to what they choose with us, and leaves their other choices alone', async () => {
    await world.keyValue.put(ROW, '"true"');
    const chat = chatOf();
    await chat.setPreference(ana.id, 'open', 'off');
    expect(await chat.preferences(ana.id)).toEqual({open: 'off', id: 'personal'});
    await chat.setPreference(ana.id, 'id', 'unique');
    expect(await chat.preferences(ana.id)).toEqual({open: 'off', id: 'unique'});
  });

  it('is looked for once by each process, and never where they have chosen with us', async () => {
    const chat = chatOf();
    for (let times = 0; times < 3; times += 1) expect(await chat.preferences(ana.id)).toEqual({});
    expect(world.keyValue.calls).toHaveLength(2);
    await world.chat.setPreference(ana.id, 'id', 'ask');
    await chatOf().preferences(ana.id);
    expect(world.keyValue.calls).toHaveLength(2);
  });

  it('keeps nobody from anything where it cannot be read, and is looked for again', async () => {
    await world.keyValue.put(`meeting_id_choice_${ana.id}`, '{"v":9}');
    const chat = chatOf();
    expect(await chat.preferences(ana.id)).toEqual({});
    await world.keyValue.put(`meeting_id_choice_${ana.id}`, '{"v":1,"choice":"ask"}');
    expect(await chat.preferences(ana.id)).toEqual({id: 'ask'});
  });
});
