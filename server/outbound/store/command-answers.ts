import type {CommandAnswers} from '../../core/ports/service-records.js';
import {openRows} from './open-rows.js';
import type {Row, RowDeps} from './row.js';
import {ANSWER_SECONDS, ROWS, type StoredCommandAnswer} from './rows.js';

type Place = Parameters<CommandAnswers['pathFor']>[1];

/** Nobody has typed there before, as far as this process knows: the first write then costs no read. */
const UNSEEN = {seen: {stored: undefined}};

/** Kept in the store as well: a button may be pressed later, and the press arrive at another node. */
export function createCommandAnswers(deps: RowDeps): CommandAnswers {
  const {clock} = deps;
  const openRow = openRows(deps);
  /** By the ids in the key; a row of which this process knows the text takes a single write. */
  const known = new Map<string, {answer: StoredCommandAnswer; row: Row<StoredCommandAnswer | undefined>}>();
  const isAlive = ({at}: StoredCommandAnswer): boolean => at + ANSWER_SECONDS * 1000 > clock.now();
  const keyOf = (userId: string, {channelId, rootId}: Place): string => [channelId, userId, rootId].join();
  const open = (userId: string, {channelId, rootId}: Place, options = {}) =>
    openRow(ROWS.commandAnswer, [channelId, userId, rootId], options);
  return {
    async keep(userId, place, path) {
      for (const [key, {answer}] of known) if (!isAlive(answer)) known.delete(key);
      const key = keyOf(userId, place);
      const answer = {path, at: clock.now()};
      const row = known.get(key)?.row ?? open(userId, place, UNSEEN);
      known.set(key, {answer, row});
      await row.update((stored) => ({...stored, ...answer}));
    },
    async pathFor(userId, place) {
      const here = known.get(keyOf(userId, place))?.answer;
      const answer = here !== undefined && isAlive(here) ? here : await open(userId, place).known();
      return answer !== undefined && isAlive(answer) ? answer.path : undefined;
    },
  };
}
