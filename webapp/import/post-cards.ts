import type {ImportRequest} from '../../contract/import.js';
import type {ImportAnswer} from '../api/answers.js';
import type {Api} from '../api/create-api.js';
import type {Place} from '../mattermost/place.js';
import type {Observable} from '../state/observable.js';
import {type Draft, type ImportState, keyOf, type Outcome, type Words} from './import-state.js';
import {wordsOf, wouldFailAgain} from './words-of.js';

export interface PostCardsDeps {
  api: Pick<Api, 'importOne'>;
  state: Observable<ImportState>;
  /** The server has asked whether so many people shall read it; `goOn` posts all the same. */
  askForMany: (members: number, cards: number, goOn: () => void) => void;
}

/** A sentence for a card of which nobody knows whether it is there. */
const SILENT: Words = {key: 'zoom.panel.unknown'};

/**
 * Posts what is chosen, one after the other. What is done stays done and is no longer chosen; what is not stays
 * chosen, with all that was written for it, so that the rest can be tried again.
 */
export async function postCards(deps: PostCardsDeps, place: Place, isForMany = false): Promise<void> {
  const {state} = deps;
  if (state.get().run !== undefined) return;
  const chosen = [...state.get().drafts.keys()];
  if (chosen.length === 0) return;
  const run = {done: 0, of: chosen.length};
  state.change({run, stopped: undefined, summary: undefined});
  let posted = 0;
  for (const [index, key] of chosen.entries()) {
    // As it is by now: people go on writing, and change their minds.
    const draft = state.get().drafts.get(key);
    if (draft === undefined) continue;
    state.change({run: {...run, done: index}});
    setOutcome(state, draft, {kind: 'posting'});
    const answer = await deps.api.importOne(requestFor(draft, place, isForMany));
    if (answer.kind === 'asks') {
      setOutcome(state, draft, undefined);
      state.change({run: undefined});
      deps.askForMany(answer.members, chosen.length - index, () => void postCards(deps, place, true));
      return;
    }
    if (answer.kind === 'imported' || answer.kind === 'here') {
      posted += answer.kind === 'imported' ? 1 : 0;
      settle(state, draft, settled(answer, place));
      continue;
    }
    const words = wordsOf(answer, SILENT);
    setOutcome(state, draft, {kind: 'failed', words});
    if (wouldFailAgain(answer)) {
      if (index + 1 < chosen.length) state.change({stopped: words});
      break;
    }
  }
  state.change({run: undefined, summary: {done: posted, of: chosen.length}});
}

function requestFor(
  {item, title, description, picture}: Draft,
  place: Place,
  isForMany: boolean,
): ImportRequest {
  return {
    channel_id: place.channelId,
    root_id: place.rootId,
    kind: item.kind,
    number: item.number,
    ...(title.trim() !== '' && {title: title.trim()}),
    ...(description.trim() !== '' && {description: description.trim()}),
    ...(picture && {picture: {name: picture.name, base64: picture.base64}}),
    ...(isForMany && {large_channel: true}),
  };
}

const settled = (answer: Extract<ImportAnswer, {kind: 'imported' | 'here'}>, place: Place): Outcome =>
  answer.kind === 'imported'
    ? {kind: 'posted', place, postId: answer.postId}
    : {kind: 'here', words: answer.message, place, postId: answer.postId};

function setOutcome(state: Observable<ImportState>, {item}: Draft, outcome: Outcome | undefined): void {
  const outcomes = new Map(state.get().outcomes);
  if (outcome === undefined) outcomes.delete(keyOf(item));
  else outcomes.set(keyOf(item), outcome);
  state.change({outcomes});
}

/** It is there: nothing of it is left to be done. */
function settle(state: Observable<ImportState>, draft: Draft, outcome: Outcome): void {
  setOutcome(state, draft, outcome);
  const drafts = new Map(state.get().drafts);
  drafts.delete(keyOf(draft.item));
  state.change({drafts});
}
