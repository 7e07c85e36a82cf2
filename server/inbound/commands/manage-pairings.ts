import type {CommandReply} from '../../core/ports/application.js';
import type {Pairings} from '../../core/ports/pairings.js';
import type {Translate} from '../../core/ports/texts.js';
import type {CommandContext} from './command.js';

/** Whose browsers are meant; `self` is what the texts distinguish by. */
interface Owner {
  userId: string;
  name: string;
  self: 'yes' | 'no';
}

interface Wish {
  verb: 'list' | 'off';
  /** Behind the verb: nothing, `@name` for system administrators, or the name of a browser. */
  others: readonly string[];
}

/** `/zoom pair list` and `/zoom pair off`. */
export async function managePairings(
  pairings: Pairings,
  {request: {userId, mentions}, reader}: CommandContext,
  {verb, others: [whom = '']}: Wish,
): Promise<CommandReply> {
  const {translate, isAdmin} = await reader;
  const isMention = whom.startsWith('@');
  if (isMention && !isAdmin) return {text: translate('pair.notAnAdmin')};
  const name = whom.slice(1).toLowerCase();
  const mentioned = isMention ? mentions?.get(name) : userId;
  if (mentioned === undefined) return {text: translate('pair.nobody', {name: name.replaceAll('`', '')})};
  const owner: Owner = {userId: mentioned, name, self: isMention ? 'no' : 'yes'};
  if (verb === 'list') return list(pairings, owner, translate);
  if (isMention || whom === '') {
    await pairings.forget(owner.userId);
    return {text: translate(isMention ? 'pair.off.other' : 'pair.off', {name})};
  }
  const isGone = await pairings.disconnect(userId, whom);
  return {text: translate(isGone ? 'pair.off.one' : 'pair.off.unknown', {id: whom.replaceAll('`', '')})};
}

async function list(
  pairings: Pairings,
  {userId, name, self}: Owner,
  translate: Translate,
): Promise<CommandReply> {
  const browsers = await pairings.list(userId);
  if (browsers.length === 0) return {text: translate('pair.list.none', {self, name})};
  const lines = browsers.map(({id, since}) => translate('pair.list.line', {id, since}));
  const text = [
    translate('pair.list', {self, name}),
    ...lines,
    '',
    translate('pair.list.hint', {self, name}),
  ];
  return {text: text.join('\n')};
}
