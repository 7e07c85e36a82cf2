import {harmless} from '../core/domain/harmless.js';
import type {Importable} from '../core/domain/importable.js';
import type {PostAttachment} from '../core/domain/post-content.js';
import type {PrivateMessage} from '../core/ports/chat.js';
import type {Translate} from '../core/ports/texts.js';
import type {ListImportable, ListOutcome} from '../core/usecases/list-importable.js';
import {bringHere} from './actions/bring-here.js';
import type {DrawButton} from './actions/draw-button.js';
import type {DescribeImport} from './describe-import.js';
import type {ImportListWish, ShowImportList} from './show-import-list.js';

/** As many as a phone shows without much scrolling. */
const SHOWN = 10;

interface ImportListDeps {
  drawButton: DrawButton;
  listImportable: ListImportable;
  describeImport: DescribeImport;
}

export const createShowImportList =
  (deps: ImportListDeps): ShowImportList =>
  async (wish) =>
    render(await deps.listImportable({...wish, when: 'upcoming'}), wish, deps);

function render(outcome: ListOutcome, wish: ImportListWish, deps: ImportListDeps): PrivateMessage {
  const {reader, kind} = wish;
  const {translate} = reader;
  if (outcome.kind !== 'listed') return {text: deps.describeImport(outcome, reader)};
  const {items, next} = outcome;
  if (items.length === 0) return {text: translate('import.list.none', {kind})};
  const isMore = items.length > SHOWN || next !== undefined;
  const more = isMore ? [translate('import.list.more', {count: Math.min(items.length, SHOWN)})] : [];
  return {
    text: [translate('import.list.title', {kind}), ...more].join('\n'),
    attachments: items.slice(0, SHOWN).map((item) => attachmentOf(item, wish, deps)),
  };
}

function attachmentOf(
  item: Importable,
  {userId, reader, to, place}: ImportListWish,
  deps: ImportListDeps,
): PostAttachment {
  const {translate} = reader;
  const values = {
    channelId: to.channelId,
    rootId: to.rootId,
    kind: item.kind,
    number: item.number,
    members: '',
    from: 'list',
  } as const;
  const button = deps.drawButton(bringHere, {userId, values}, {place, translate});
  return {text: lineOf(item, translate), ...(button && {actions: [button]})};
}

function lineOf(
  {topic, startsAt, minutes = 0, isSeries, overlaps}: Importable,
  translate: Translate,
): string {
  const line = translate(startsAt === undefined ? 'import.list.anyTime' : 'import.list.at', {
    topic: harmless(topic || translate('topic.default')),
    startsAt: startsAt ?? 0,
    minutes,
    series: isSeries ? 'yes' : 'no',
  });
  return overlaps ? `${line}\n${translate('import.list.overlaps')}` : line;
}
