import {newId} from '../state.js';

interface Attachment {
  actions?: readonly {id?: string}[] | null;
}

/** Props as the server stores them: an action without an id gets one. */
export function withActionIds(props: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const {attachments} = props;
  if (!Array.isArray(attachments)) return {...props};
  const numbered = (attachments as Attachment[]).map((attachment) =>
    attachment.actions
      ? {...attachment, actions: attachment.actions.map((action) => ({...action, id: action.id || newId()}))}
      : attachment,
  );
  return {...props, attachments: numbered};
}
