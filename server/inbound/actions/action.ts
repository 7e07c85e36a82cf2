import type * as z from 'zod';
import {ACTIONS_PATH} from '../../core/domain/site.js';
import type {PostButton} from '../../core/domain/post-content.js';
import type {ChatUser, PrivateMessage, PrivatePlace} from '../../core/ports/chat.js';
import type {TextKey, Translate} from '../../core/ports/texts.js';
import type {Reader} from '../reader.js';

/** What a button carries to its press, signed. */
export type Values = Readonly<Record<string, string>>;

/** A button of ours that its owner pressed, in time. */
export interface ActionPress<Read> {
  user: ChatUser;
  reader: Reader;
  values: Read;
  /** Where the answer will stand: buttons on it are drawn for this place. */
  place: PrivatePlace;
  /** The same button, for another press. */
  again: () => PostButton | undefined;
}

/** What the presser alone reads now, in place of the message that the button was on where that can be changed. */
export interface PressAnswer extends PrivateMessage {
  /** It must never be stored, not even in a direct message. */
  isSecret?: true;
  /** They have a direct message about it already. */
  isToldDirectly?: true;
}

/** A button of ours: what it carries, how it looks and what its press does. Its route follows from its name. */
export interface Action<Drawn extends Values, Read, Deps> {
  /** Last segment of its route; part of what is signed. */
  name: string;
  /** Reads what it was drawn with, by this version or an older one. */
  values: z.ZodType<Read, {readonly [Name in keyof Drawn]?: Drawn[Name] | undefined}>;
  /** Milliseconds from its drawing on. */
  livesFor: number;
  /** What the presser reads when it is older. */
  whenExpired: TextKey;
  /** `id`: Mattermost takes letters and digits only. */
  look(values: Drawn, translate: Translate): Pick<PostButton, 'id' | 'name' | 'style'>;
  press(press: ActionPress<Read>, deps: Deps): Promise<PressAnswer>;
}

export const defineAction = <Drawn extends Values, Read, Deps>(
  action: Action<Drawn, Read, Deps>,
): Action<Drawn, Read, Deps> => action;

/** Below our routes. */
export const actionPath = ({name}: {name: string}): string => `${ACTIONS_PATH}/${name}`;
