import {z} from 'zod';
import type {KeyValue} from '../../../core/ports/key-value.js';
import {parseJson} from '../../../lib/parse-json.js';

const schema = z.record(z.string(), z.string()).catch({});

/** What people chose: Mattermost keeps preferences for the person alone, so that a service keeps them itself. */
export interface Preferences {
  of(userId: string): Promise<Readonly<Record<string, string>>>;
  set(userId: string, name: string, value: string): Promise<void>;
}

export function createPreferences(keyValue: KeyValue): Preferences {
  const keyOf = (userId: string): string => `preferences_${userId}`;
  const of = async (userId: string): Promise<Readonly<Record<string, string>>> => {
    const stored = await keyValue.get(keyOf(userId));
    return stored === undefined ? {} : schema.parse(parseJson(Buffer.from(stored)));
  };
  return {
    of,
    // One person at one button: the last press counts.
    set: async (userId, name, value) =>
      keyValue.put(keyOf(userId), JSON.stringify({...(await of(userId)), [name]: value})),
  };
}
