import {beforeEach, describe, expect, it} from '@jest/globals';
import {createOfficialChoices} from '../../../../../server/outbound/store/official/official-choices.js';
import {createTellUnreadable} from '../../../../../server/outbound/store/official/tell-unreadable.js';
import {createFakeWorld, type FakeWorld} from '../../../../support/fake-world.js';
import {mattermostId} from '../../../../support/mattermost-id.js';
import {CORA, OFFICIAL_LEFT} from '../../../../support/official-rows.js';
import {ana, ben} from '../../../../support/people.js';

let world: FakeWorld;
beforeEach(() => {
  world = createFakeWorld();
});

const take = (key: string): Promise<boolean> =>
  createOfficialChoices({...world, tellUnreadable: createTellUnreadable(world.logger)}).take(key);
const ours = (): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(world.keyValue.rows())
      .filter(([key]) => key.includes('_choice_') || key.includes('_policy_'))
      .map(([key, text]) => [key, JSON.parse(text) as unknown]),
  );

describe('What people and administrators chose in the official plugin', () => {
  it('is kept in rows of ours, and the originals stay', async () => {
    for (const [key, text] of Object.entries(OFFICIAL_LEFT.rows)) await world.keyValue.put(key, text);
    for (const key of Object.keys(OFFICIAL_LEFT.rows)) await take(key);
    expect(ours()).toEqual({
      [`meeting_id_choice_${ana.id}`]: {v: 1, choice: 'personal'},
      [`meeting_id_choice_${ben.id}`]: {v: 1, choice: 'unique'},
      [`meeting_id_choice_${CORA}`]: {v: 1, choice: 'ask'},
      [`channel_policy_${mattermostId('planning')}`]: {v: 1, starts: 'restrict'},
      [`channel_policy_${mattermostId('sales')}`]: {v: 1, starts: 'allow'},
      [`channel_policy_${mattermostId('ops')}`]: {v: 1, starts: 'default'},
    });
    expect(world.keyValue.rows()).toMatchObject(OFFICIAL_LEFT.rows);
    expect(world.logger.lines).toEqual([]);
  });

  it('gives way to what was chosen since', async () => {
    await world.keyValue.put(`meeting_id_choice_${ana.id}`, '{"v":1,"choice":"ask"}');
    await world.keyValue.put(`zoomUserPreference_${ana.id}`, '"true"');
    expect(await take(`zoomUserPreference_${ana.id}`)).toBe(false);
    expect(ours()).toEqual({[`meeting_id_choice_${ana.id}`]: {v: 1, choice: 'ask'}});
  });

  it.each(['"yes"', 'true', 'null', '"tr', '{}'])(
    'stays where a person’s is %s, and is told',
    async (text) => {
      const key = `zoomUserPreference_${ana.id}`;
      await world.keyValue.put(key, text);
      expect(await take(key)).toBe(false);
      expect(world.keyValue.rows()).toEqual({[key]: text});
      expect(world.logger.lines).toMatchObject([{level: 'warn', fields: {row: key}}]);
    },
  );

  it.each(['[]', '5', '{"planning', '"text"'])(
    'stays where the channels’ is %s, and is told',
    async (text) => {
      await world.keyValue.put('zoomChannelSettings', text);
      expect(await take('zoomChannelSettings')).toBe(false);
      expect(world.keyValue.rows()).toEqual({zoomChannelSettings: text});
      expect(world.logger.lines).toHaveLength(1);
    },
  );

  it('is kept for the channels of which it can be read', async () => {
    const text = `{"__proto__":{"Preference":"restrict"},"${mattermostId('ops')}":{"Preference":"allow"},
      "${mattermostId('sales')}":{"Preference":"often"},"${mattermostId('planning')}":null}`;
    await world.keyValue.put('zoomChannelSettings', text);
    expect(await take('zoomChannelSettings')).toBe(true);
    expect(ours()).toEqual({[`channel_policy_${mattermostId('ops')}`]: {v: 1, starts: 'allow'}});
    expect(world.logger.lines).toHaveLength(1);
  });

  it.each([`zoomUserPreference_${ana.id}x`, 'zoomUserPreference_', 'zoomtoken_x', 'cards_open'])(
    'is not in the row %s',
    async (key) => {
      await world.keyValue.put(key, '"true"');
      expect(await take(key)).toBe(false);
      expect(ours()).toEqual({});
    },
  );
});
