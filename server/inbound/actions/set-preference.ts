import * as z from 'zod';
import {
  isPreference,
  PREFERENCE_CHOICES,
  type PreferenceName,
  type Preferences,
  readPreferences,
} from '../../../contract/preferences.js';
import type {Chat, PrivateMessage} from '../../core/ports/chat.js';
import {preferenceTexts} from '../preference-texts.js';
import {type ActionPress, defineAction} from './action.js';
import type {Drawing} from './draw-button.js';

const values = z
  .object({name: z.enum(Object.keys(PREFERENCE_CHOICES) as PreferenceName[]), value: z.string()})
  .refine(({name, value}) => isPreference(name, value));

export interface SetPreferenceDeps {
  chat: Chat;
  renderSettings: (userId: string, chosen: Preferences, drawing: Drawing) => PrivateMessage;
}

/** One choice of a person's. The answer is all settings as they are now, so that one sees the change and can go on. */
export const setPreference = defineAction({
  name: 'set-preference',
  values,
  livesFor: 60 * 60 * 1000,
  whenExpired: 'settings.expired',
  look: ({name, value}: {name: PreferenceName; value: string}, translate) => ({
    id: `set${name}${value}`,
    name: translate(preferenceTexts(name, value).button),
    style: 'default',
  }),
  async press(
    {user, reader: {translate}, values: {name, value}, place}: ActionPress<z.infer<typeof values>>,
    {chat, renderSettings}: SetPreferenceDeps,
  ) {
    // What is read after a write may come from a replica that does not have it yet.
    const before = await chat.preferences(user.id);
    await chat.setPreference(user.id, name, value);
    return renderSettings(user.id, readPreferences({...before, [name]: value}), {place, translate});
  },
});
