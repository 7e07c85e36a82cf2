import type {Deliver} from './delivery.js';
import {invalid} from './refusals.js';
import type {DialogRecord} from './records.js';
import type {State} from './state.js';
import type {Triggers} from './triggers.js';

/** What a client sends of a dialog: `model.SubmitDialogRequest`, whose person the server fills in. */
export interface Submission {
  userId: string;
  url: string;
  fields: Readonly<Record<string, unknown>>;
}

/** Dialogs of integrations. */
export interface Dialogs {
  /** @throws ApiError 400 for a trigger id that is unknown or too old */
  open(request: {triggerId: string; url: string; dialog: DialogRecord['dialog']}): void;
  /** Resolves to the integration's answer: its errors by field, or nothing. @throws ApiError 400 when it refuses */
  submit(submission: Submission): Promise<object>;
}

export function createDialogs(state: State, triggers: Triggers, deliver: Deliver): Dialogs {
  return {
    open({triggerId, url, dialog}) {
      const {clientId, userId} = triggers.open(triggerId);
      const opened = {userId, trigger_id: clientId, url, dialog};
      state.dialogs.set(userId, opened);
      state.changes.tell({kind: 'dialog', dialog: opened});
    },
    async submit({userId, url, fields}) {
      const body = {type: 'dialog_submission', ...fields, url: '', user_id: userId};
      const answer = await deliver({url, userId, body});
      if (answer.status !== 200) {
        throw invalid(
          'api.post.do_action.action_integration.app_error',
          `Action integration error: status=${answer.status}.`,
        );
      }
      if (answer.body.length === 0) return closed(state, userId, {});
      return closed(state, userId, parsed(answer.body));
    },
  };
}

/** A dialog stays open while there is something to correct. */
function closed(state: State, userId: string, answer: {error?: string; errors?: object}): object {
  const hasErrors = (answer.error ?? '') !== '' || Object.keys(answer.errors ?? {}).length > 0;
  if (!hasErrors) state.dialogs.delete(userId);
  return answer;
}

function parsed(body: Uint8Array): object {
  try {
    return JSON.parse(Buffer.from(body).toString()) as object;
  } catch {
    throw invalid('app.submit_interactive_dialog.json_error', 'Encountered an error decoding JSON.');
  }
}
