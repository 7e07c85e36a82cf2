import * as z from 'zod';

/** Somebody as a card shows them. */
const personSchema = z.object({
  /** Of a Mattermost user; `undefined`: a guest. */
  userId: z.string().optional(),
  /** Of a guest the first name alone; '': none that may be shown. */
  name: z.string(),
  isHost: z.literal(true).optional(),
  isCaller: z.literal(true).optional(),
});

export type Person = z.infer<typeof personSchema>;

/** How many of a crowd are shown by name, at most. */
export const MAX_NAMED = 8;

/** Many people: the first {@link MAX_NAMED} of them, and how many they are. */
export const crowdSchema = z.object({people: z.array(personSchema), count: z.number()});

export type Crowd = z.infer<typeof crowdSchema>;

/** Somebody, and when they first came. */
export interface Arrival {
  person: Person;
  at: number;
}

/** The host first, then people of this Mattermost, then guests, each in the order of their coming. */
export function crowdOf(arrivals: readonly Arrival[]): Crowd {
  const inOrder = [...arrivals].sort(
    (a, b) => rank(a.person) - rank(b.person) || a.at - b.at || compare(nameOf(a.person), nameOf(b.person)),
  );
  return {people: inOrder.slice(0, MAX_NAMED).map(({person}) => person), count: arrivals.length};
}

const rank = ({isHost, userId}: Person): number => (isHost ? 0 : userId !== undefined ? 1 : 2);
const nameOf = ({name, userId = ''}: Person): string => `${name} ${userId}`;
const compare = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);
